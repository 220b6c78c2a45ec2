//! Italian.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "errore|errori|codice|codici|risposta|risposte|stato|status|messaggio|httpcode|esito",
    came: "restituito|restituisce|restituiscono|restituì|restituendo|risposto|risponde|rispondono|rispondeva|riceve|ricevono|riceviamo|ricevuto|ricevuta|ottiene|ottengono|otteniamo|ottenuto|dà|danno|dato|ritorna|ritornato|mostra|mostrato|genera|invia|inviato|vede|vediamo|esce|compare|rende|segnala|arriva|lancia",
    received: "ricevuto|ricevuta|ottenuto|ottenuta|effettivo",
    between: "il|lo|la|i|gli|le|di|da|dal|dalla|del|della|con|un|una|uno|è|era|ha|negozio|server|sito|nostro|nostra|vostro|vostra|suo|sua|mio|in|per|http|che|\
        sempre|solo|ci|loro|e|al|alla|alle|si|ecommerce|ora|come|inatteso|non|valido|seguente|stato|stata|hanno|abbiamo|a|talvolta|spesso|continuamente|\
        costantemente",
    goes_on: "quando|se|su|sul|sulla|per|a|al|alla|alle|di|del|da|dal|in|e|ma|ogni|perché|poiché|che|quindi|dopo|ancora|o|con|durante|mentre|non|tutte|invece|ai|all|sempre|nonostante|anche|talvolta|è|allo|verso",
    not: "non|nessun|mai|senza|invece di|anziché|diverso da|diversa da|diversi da|atteso|attesa|attesi|previsto|prevista|aspettava|aspettavamo|aspettiamo|\
        ci aspettiamo|tranne|eccetto|deve essere|deve restituire|deve rispondere|deve rispondere con|richiede|richiesto|accettiamo solo|al posto di|tra|\
        compreso tra|rispondere con|restituire",
    wanted: "atteso|richiesto|necessario|attesa|richiesta|previsto",
    units: "secondi|secondo|minuti|minuto|ore|ora|giorni|giorno|settimane|volte|ordini|ordine|tentativi|richieste|euro|clienti|visitatori|prodotti|pagamenti|eventi|per|percento|righe|messaggi|notifiche|pagine|pezzi",
    named: "ordine|ordini|fattura|cliente|riga|ticket|pratica|telefono|tel|prodotto|n|nr|numero|versione|camera|via|riferimento|id",
    payment: "carta|pagamento|pagamenti|pagato|banca|bancario",
    http: "server|negozio|sito|indirizzo|stato|richiesta|url|hosting|serveri|fornitore*|gestore",
    call: "notifica|notifiche|chiamata|chiamate|webhook*|callback*|avviso|ipn|url di notifica|url di risposta|richiamata|conferma server|notificare|consegna|consegne|endpoint|s2s|esito server",
    failure: "fallito|fallita|falliti|fallite|fallisce|falliscono|fallimento|non riuscito|non riuscita|non riusciti|non è riuscito|non è riuscita|\
        non siamo riusciti|errore|errori|impossibile|rifiutato|rifiutata|rifiutate|respinto|respinta|disattivato|disattivata|disabilitato|disabilitata|\
        non consegnato|non consegnata|non consegnate|non è stato possibile|non vanno a buon fine|non va a buon fine|non è andata a buon fine|problema|\
        problemi|non funziona|non funzionano|interrotto|interrotta|non valido|non può|non possiamo|negato|negata|in sospeso|andato in errore|scartata|\
        non riesce|non riescono|non riusciamo|non arriva|non arrivano|non possono",
    success: "riuscito|riuscita|successo|consegnato|consegnata|accettata|completato",
    redirect: "reindirizzamento|reindirizzamenti|reindirizzata|reindirizzato|reindirizza|reindirizzano|redirezione|rediretta|rimanda a|spostato permanentemente|spostato definitivamente",
    reasons: &[
        ("accesso negato", 403), ("accesso vietato", 403), ("accesso non consentito", 403), ("vietato", 403), ("proibito", 403), ("errore interno del server", 500), ("errore del server interno", 500), ("errore interno", 500), ("pagina non trovata", 404), ("non trovato", 404), ("non trovata", 404),
        ("servizio non disponibile", 503), ("servizio temporaneamente non disponibile", 503), ("troppe richieste", 429), ("non autorizzato", 401), ("metodo non consentito", 405), ("richiesta non valida", 400), ("richiesta errata", 400), ("gateway non valido", 502), ("gateway errato", 502), ("spostato permanentemente", 301),
    ],
    dns: "risolvere il nome|risolvere l host|impossibile risolvere|risoluzione del nome|risoluzione dns|errore dns|host sconosciuto|host non trovato|\
        server non trovato|dominio non trovato|dominio inesistente|non si risolve",
    host: "nome host|nome a dominio|nome dell host|nome del server",
    refused: "connessione rifiutata|rifiutato la connessione|rifiuta la connessione|connessione è stata rifiutata|connessione respinta|connessione negata",
    reset: "connessione reimpostata|connessione ripristinata|connessione interrotta|connessione chiusa|connessione è stata chiusa|connessione è stata interrotta|connessione è stata reimpostata|connessione caduta|chiuso la connessione|interrotto la connessione|risposta vuota|chiude la connessione|connessione resettata|connessione terminata",
    timeout: "tempo scaduto|tempo massimo|tempo di attesa|scaduto il tempo|impiegato troppo|impiega troppo|troppo tempo|tempo limite|tempo esaurito|limite di tempo|\
        superato il tempo|risposto in tempo|risponde in tempo|risponde troppo lentamente",
    unreached: "nessuna risposta|senza risposta|non risponde|non rispondeva|non ha risposto|non abbiamo ricevuto risposta|impossibile connettersi|\
        impossibile collegarsi|impossibile raggiungere|impossibile contattare|irraggiungibile|non raggiungibile|non è raggiungibile|non è stato raggiunto|\
        non si raggiunge|stato possibile raggiungere|stato possibile contattare|stato possibile connettersi|connessione fallita|connessione non riuscita|\
        errore di connessione|non riusciamo a raggiungere|non riusciamo a contattare|non siamo riusciti a raggiungere|non siamo riusciti a contattare|\
        stabilire la connessione|stabilire una connessione|non accessibile|non è accessibile|inaccessibile|connettersi al server|nessuna connessione",
    connection: "connession*|collegarsi|connettersi|contattare|raggiungere",
    refuses: "rifiut*|respint*|negat*",
    breaks: "interrotta|chiusa|reimpostata|caduta|terminata|ripristinata|interrotto|chiuso",
    tls: "certificato|certificati|certificato ssl|errore ssl|errore tls|connessione sicura|connessione ssl|catena di certificati|negoziazione|certificat*",
    tls_faults: "scaduto|è scaduto|scaduti|non valido|non è valido|non corrisponde|non attendibile|non affidabile|autofirmato|manca|mancante|incompleta|incompleto|obsoleto|non verificato|non può essere verificato|non è stato possibile verificare|non supportato|non supportata|fallito|fallita|non riconosciuto",
    body: "risposta|contenuto|corpo|messaggio|testo",
    stopped: "bloccato|bloccata|bloccate|bloccati|blocca|bloccano|bannato|vietato|bloccava",
    stoppers: "firewall|plugin di sicurezza|blocco geografico",
    shop: "sito|negozio|nostro negozio|nostro sito|dominio|sito web|home",
    unfit: "firma non valida|firma errata|firma non corrisponde|la firma non|firma non corretta|verifica della firma|verifica firma fallita|mac non valido|\
        mac errato|hash non valido|ordine non trovato|ordine inesistente|ordine non esiste|nessun ordine trovato|ordine sconosciuto|\
        impossibile trovare l ordine|checksum non valido|checksum errato|checksum non corrisponde",
    unaddressed: "nessun url di notifica|nessuna url di notifica|nessun webhook|url di notifica mancante|manca l url di notifica|deve usare https|\
        deve iniziare con https",
    code_column: "codice http|codice di risposta|codice risposta|stato http|codice di stato|codice stato|risposta|codice|codice errore|codice di errore|risposta http|ultimo codice|esito http|risposta del server",
};
