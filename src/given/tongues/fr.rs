//! French.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "erreur|erreurs|réponse|réponses|reponse|statut|statuts|état|retour|code|codes|status|httpcode|message",
    came: "renvoyé|renvoie|renvoient|renvoya|renvoyait|renvoyer|retourné|retourne|retournent|retournait|répondu|répond|répondent|répondait|repond|reçoit|reçoivent|recevons|reçu|reçois|recu|obtient|obtenons|obtenu|donne|donné|affiche|rencontre|rencontré|envoie|envoyé|indique|voit|voyons|génère",
    received: "reçu|obtenu|obtenue|reçue|réel",
    between: "un|une|le|la|les|du|de|des|avec|est|était|a|été|serveur|boutique|site|d|l|en|par|http|votre|notre|nos|vos|mon|leur|que|toujours|seulement|nous|vous|\
        ils|et|au|aux|qu|s|se|soldé|suivant|suivante|inattendu|inattendue|invalide|marchand|web|maintenant|on|y|parfois|souvent|régulièrement|\
        systématiquement",
    goes_on: "quand|lorsque|lorsqu|si|sur|pour|à|de|du|dans|et|mais|depuis|chaque|car|parce|qui|que|donc|après|encore|par|ou|avec|lors|pendant|alors|au|aux|en|dès|ne|pas|à|toujours|systématiquement|parfois|est|sur",
    not: "pas|non|au lieu de|au lieu d un|au lieu d|autre que|autre qu|différent de|différente de|attendu|attendue|attendait|attendions|attendons|attend|sauf|\
        sans|doit être|doit renvoyer|doit retourner|doit répondre|doit répondre par|plutôt que|exigeons|exige|jamais|entre|répondre avec un|valide",
    wanted: "attendu|requis|nécessaire|exigé|attendue|attendus|valide",
    units: "secondes|seconde|minutes|minute|heures|heure|jours|jour|semaines|fois|commandes|commande|requêtes|tentatives|essais|euros|euro|clients|visiteurs|produits|paiements|événements|pour|pourcent|lignes|messages|notifications|pages|octets",
    named: "commande|commandes|facture|client|ligne|ticket|dossier|téléphone|tél|tel|produit|n|no|numéro|numero|version|chambre|bureau|rue|référence",
    payment: "carte|cartes|paiement|paiements|payé|payée|bancaire|banque",
    http: "serveur|serveurs|boutique|site|adresse|statut|requête|requete|hébergeur|url|prestataire*|passerelle",
    call: "appel|appels|webhook*|callback*|notification*|rappel|ipn|retour serveur|retour automatique|url de retour|url de notification|url de callback|notifier|accusé|livraison|point de terminaison|endpoint|url serveur",
    failure: "échoué|échouée|échouées|échoués|échoue|échouent|échec|échecs|erreur|erreurs|impossible|n a pas pu|n ont pas pu|n avons pas pu|n avons pas réussi|\
        ne peut pas|ne pouvons pas|refusé|refusée|refusées|rejeté|rejetée|rejetées|désactivé|désactivée|non livré|non livrée|pas été livrée|problème|\
        problèmes|ne fonctionne pas|ne fonctionnent pas|ne marche pas|interrompu|invalide|pas abouti|n aboutissent pas|n aboutit pas|en attente|non délivrée|\
        non remise|n arrive pas|n arrivent pas|n arrivons pas|ne parvient pas|ne parvenons pas|tombent en|ne peuvent pas",
    success: "réussi|réussie|succès|livré|livrée|accepté|acceptée|délivrée|terminé",
    redirect: "redirection|redirections|redirigé|redirigée|redirigées|redirige|redirigent|renvoie vers|renvoyé vers|renvoyée vers|déplacé de façon permanente|déplacé définitivement",
    reasons: &[
        ("accès refusé", 403), ("accès interdit", 403), ("accès non autorisé", 403), ("interdit", 403), ("erreur interne du serveur", 500), ("erreur serveur interne", 500), ("erreur interne", 500), ("page introuvable", 404), ("page non trouvée", 404), ("non trouvé", 404), ("introuvable", 404),
        ("service indisponible", 503), ("service non disponible", 503), ("service temporairement indisponible", 503), ("trop de requêtes", 429), ("non autorisé", 401), ("authentification requise", 401), ("méthode non autorisée", 405), ("requête incorrecte", 400), ("mauvaise requête", 400), ("requête invalide", 400),
        ("mauvaise passerelle", 502), ("passerelle incorrecte", 502), ("déplacé définitivement", 301),
    ],
    dns: "résolution de nom|résolution du nom|résolution dns|erreur dns|résoudre l hôte|résoudre le nom|hôte inconnu|hôte introuvable|domaine introuvable|\
        nom de domaine introuvable|serveur introuvable|nom introuvable|ne se résout pas|problème dns|résoudre le domaine|adresse du serveur introuvable",
    host: "nom d hôte|nom de domaine|nom du serveur",
    refused: "connexion refusée|connexion a été refusée|refusé la connexion|refuse la connexion|connexion rejetée",
    reset: "connexion réinitialisée|connexion a été réinitialisée|connexion fermée|connexion a été fermée|connexion interrompue|connexion a été interrompue|connexion coupée|connexion a été coupée|fermé la connexion|coupé la connexion|interrompu la connexion|réponse vide|ferme la connexion",
    timeout: "délai dépassé|délai d attente|délai expiré|délai imparti|dépassement de délai|dépassement du délai|temps d attente|temps imparti|trop de temps|\
        trop longtemps|expiration du délai|délai maximum|délai maximal|temps de réponse dépassé|temporisation|répondu à temps|répond trop lentement|\
        répondu dans les temps|répondu dans le délai|répondu dans les délais",
    unreached: "aucune réponse|pas de réponse|ne répond pas|ne répondait pas|n a pas répondu|n avons pas reçu de réponse|sans réponse|injoignable|inaccessible|\
        inatteignable|impossible de se connecter|impossible de joindre|impossible de contacter|impossible d atteindre|pas joindre|pas pu joindre|\
        pas atteindre|pas contacter|échec de connexion|échec de la connexion|erreur de connexion|pas joignable|connexion impossible|établir la connexion|\
        établir une connexion|pas accessible|parvenons pas à joindre|arrivons pas à joindre",
    connection: "connexion*|se connecter|connecter|joindre|contacter",
    refuses: "refus*|rejet*",
    breaks: "interrompue|réinitialisée|fermée|coupée|interrompu|coupé",
    tls: "certificat|certificats|certificat ssl|erreur ssl|erreur tls|connexion sécurisée|connexion ssl|négociation|poignée de main|chaîne de certification|\
        chaîne de certificats|certificat*",
    tls_faults: "expiré|expirée|a expiré|périmé|invalide|non valide|n est pas valide|ne correspond pas|non approuvé|non fiable|auto signé|autosigné|manquant|manquante|incomplète|incomplet|obsolète|non vérifié|pas être vérifié|non pris en charge|échoué|échec|n est plus valide|non reconnu",
    body: "réponse|contenu|corps|message|texte|corps de la réponse",
    stopped: "bloqué|bloquée|bloquées|bloqués|bloque|bloquent|banni|bannie|interdit|bloquait",
    stoppers: "pare feu|pare|firewall|parefeu|plugin de sécurité|extension de sécurité",
    shop: "site|boutique|notre boutique|notre site|site web|domaine|accueil",
    unfit: "signature invalide|signature incorrecte|signature non valide|mauvaise signature|signature ne correspond pas|signature erronée|\
        vérification de la signature|hash invalide|sceau invalide|commande introuvable|commande non trouvée|commande inexistante|aucune commande|\
        commande inconnue|commande n existe pas|empreinte invalide|somme de contrôle invalide|somme de contrôle incorrecte|\
        somme de contrôle ne correspond pas",
    unaddressed: "aucune url de notification|aucune url de retour|aucun webhook|url de notification manquante|url de notification est vide|doit utiliser https|\
        doit commencer par https|url de retour manquante",
    code_column: "code retour|code http|code de réponse|code réponse|statut http|code statut|code de statut|code d état|état http|réponse|code|code d erreur|code erreur|retour http|réponse http|dernier code|statut de la réponse",
};
