//! The words by which providers, servers and logs speak of an answer, in twelve languages: English, Swedish, Norwegian,
//! Danish, Finnish, German, Dutch, French, Spanish, Polish, Italian, Portuguese.
//!
//! All in lower case, whole words or phrases; `*` at an end stands for any ending. Source: each language's usual
//! translations of HTTP clients' and portals' messages.

use crate::probe::NoAnswer;

/// Words that announce a status.
#[rustfmt::skip]
pub(super) const STATUS: &[&str] = &[
    "http", "https", "status", "statuses", "code", "codes", "statuscode", "httpcode", "httpstatus", "responsecode",
    "response", "responses", "error", "errors", "errorcode", "answer",
    "statuskod", "statuskoden", "svarskod", "svarskoden", "felkod", "felkoden", "felet", "fel", "svar", "svaret", "kod", "koden",
    "statuskode", "statuskoden", "svarkode", "svarkoden", "responskode", "responskoden", "feilkode", "feilkoden", "feil", "kode", "koden",
    "fejlkode", "fejlkoden", "fejl", "returkode", "returkod",
    "tila", "tilan", "tilalla", "virhe", "virheen", "virheellä", "virhekoodi", "virhekoodin", "virhekoodilla", "tilakoodi", "tilakoodin", "tilakoodilla", "koodi",
    "koodin", "koodilla", "vastaus", "vastauksen", "vastauskoodi", "vastauskoodin", "vastauskoodilla", "statuskoodi", "statuskoodilla",
    "fehler", "fehlercode", "statusmeldung", "antwort", "antwortcode", "rückgabecode", "responscode", "returncode",
    "fout", "foutcode", "foutmelding", "antwoord", "antwoordcode",
    "erreur", "réponse", "statut", "retour",
    "error", "código", "codigo", "respuesta", "estado", "códigos",
    "błąd", "błędu", "błędem", "kodem", "kodu", "odpowiedź", "odpowiedzi", "statusem", "statusu", "odpowiedzią",
    "errore", "codice", "risposta", "stato",
    "erro", "resposta",
];

/// Words that announce a status as what came back.
#[rustfmt::skip]
pub(super) const CAME: &[&str] = &[
    "got", "get", "gets", "returned", "returns", "return", "returning", "answered", "answers", "responded", "responds", "replied", "replies",
    "gave", "returnerade", "returnerar", "svarade", "svarar", "fick", "gav", "returnerte", "returnerer", "svarte", "svarer", "fikk", "ga",
    "returnerede", "svarede", "fik", "palautti", "palauttaa", "vastasi", "vastaa", "antoi", "antwortete", "antwortet", "lieferte", "liefert",
    "erhielt", "ergab", "gaf", "geeft", "kreeg", "retourneerde", "antwoordde", "renvoyé", "renvoie", "retourné", "retourne", "répondu",
    "répond", "devolvió", "devuelve", "respondió", "responde", "devuelto", "zwrócił", "zwróciła", "zwraca", "zwróciło", "odpowiedział",
    "odpowiada", "restituito", "restituisce", "risposto", "risponde", "retornou", "retorna", "respondeu", "devolveu",
];

/// What other things are called by a code; only English writes them as two words.
pub(super) const OTHER_CODES: &[&str] = &[
    "promo",
    "postal",
    "zip",
    "country",
    "product",
    "order",
    "discount",
    "voucher",
    "coupon",
    "area",
    "item",
    "tracking",
    "dialling",
    "transaction",
    "customer",
    "merchant",
    "sort",
    "currency",
];

/// Words that may stand between an announcement and its number.
#[rustfmt::skip]
pub(super) const BETWEEN: &[&str] = &[
    "a", "an", "the", "of", "from", "by", "to", "with", "as", "your", "our", "server", "shop", "store", "site", "website", "merchant",
    "endpoint", "is", "was", "be", "number", "nr", "value", "only", "just", "instead", "back", "http", "unexpected", "invalid", "failed",
    "ett", "en", "med", "från", "är", "var", "din", "butik", "butiken", "servern",
    "et", "fra", "er", "din", "butikken", "serveren",
    "on", "oli", "palvelimelta", "kaupan", "kaupalta",
    "ein", "eine", "einen", "einem", "der", "die", "das", "den", "dem", "mit", "von", "vom", "ist", "war", "lautet", "shops",
    "een", "het", "de", "met", "van", "winkel", "webshop",
    "recibido", "recibida", "reçu", "ricevuto", "ricevuta", "recebido", "recebida", "ontvangen", "erhalten", "mottagen", "mottatt", "modtaget",
    "obtenido", "un", "une", "le", "la", "du", "avec", "est", "était", "serveur", "boutique", "d", "l",
    "el", "del", "con", "es", "fue", "servidor", "tienda", "una",
    "z", "ze", "od", "jest", "to", "serwera", "sklepu",
    "il", "lo", "di", "da", "dal", "è", "era", "negozio", "uno",
    "o", "do", "com", "é", "foi", "loja", "um", "uma",
];

/// Words before a number that is not the answer's: what is wanted, or what it was not.
#[rustfmt::skip]
pub(super) const NOT: &[&str] = &[
    "not", "no", "never", "without", "than", "instead of", "rather than", "different from", "expected", "expects", "expect", "expecting",
    "should be", "must be", "should return", "must return", "unless", "except", "besides", "only accept", "only accepts", "wanted", "t", "valid",
    "inte", "ingen", "inget", "ej", "aldrig", "annat än", "än", "istället för", "i stället för", "förväntade", "förväntat", "förväntades", "utom",
    "ikke", "ingen", "intet", "aldri", "aldrig", "enn", "end", "i stedet for", "istedenfor", "forventet", "forventede",
    "ei", "eikä", "kuin", "odotettu", "odotettiin", "ilman",
    "nicht", "kein", "keine", "keinen", "keinem", "statt", "anstatt", "anstelle von", "als", "erwartet", "erwartete", "außer", "ohne",
    "niet", "geen", "dan", "in plaats van", "verwacht", "verwachtte", "zonder", "behalve",
    "pas", "non", "au lieu de", "au lieu d", "autre que", "autre qu", "différent de", "attendu", "attendait", "sauf", "sans",
    "en lugar de", "en vez de", "distinto de", "distinto a", "diferente de", "diferente a", "esperado", "esperaba", "esperada", "que no sea", "sin", "salvo",
    "nie", "zamiast", "niż", "inny niż", "inna niż", "oczekiwano", "oczekiwany", "bez",
    "invece di", "anziché", "diverso da", "diversa da", "atteso", "attesa", "previsto", "senza", "tranne",
    "não", "nao", "sem", "em vez de", "ao invés de", "diferente de", "esperado", "esperava", "esperada", "exceto",
];

/// Words behind a number that was wanted.
#[rustfmt::skip]
pub(super) const WANTED: &[&str] = &[
    "expected", "required", "needed", "wanted", "counts", "förväntades", "förväntat", "krävs", "forventet", "kreves", "kræves",
    "sijaan", "sijasta", "odotettiin", "vaaditaan", "erwartet", "erforderlich", "verwacht", "vereist", "attendu", "requis", "esperado",
    "requerido", "oczekiwano", "wymagany", "wymagane", "atteso", "richiesto", "esperado", "necessário",
];

/// Words for what is counted: a number before them is no status.
#[rustfmt::skip]
pub(super) const UNITS: &[&str] = &[
    "ms", "s", "sec", "second", "seconds", "milliseconds", "minutes", "hours", "days", "times", "bytes", "kb", "mb", "b", "px", "sek", "nok",
    "dkk", "eur", "euro", "euros", "usd", "gbp", "pln", "kr", "zł", "zl", "brl", "mxn", "requests", "orders", "attempts", "items", "webhooks",
    "callbacks", "sekunder", "gånger", "ganger", "gange", "dagar", "dager", "dage", "timmar", "timer", "ordrar", "ordrer", "anrop",
    "sekuntia", "kertaa", "päivää", "tilausta", "sekunden", "tage", "bestellungen", "stunden", "aufrufe", "mal", "seconden", "keer",
    "dagen", "bestellingen", "secondes", "fois", "jours", "commandes", "requêtes", "segundos", "veces", "días", "pedidos", "sekund",
    "razy", "dni", "zamówień", "secondi", "volte", "giorni", "ordini", "vezes", "dias",
];

/// Words for what came in, which announce a status only beside what was wanted.
pub(super) const RECEIVED: &[&str] = &[
    "received",
    "mottaget",
    "mottagen",
    "mottatt",
    "modtaget",
    "saatu",
    "saatiin",
    "erhalten",
    "ontvangen",
    "reçu",
    "recibido",
    "recibida",
    "obtenido",
    "otrzymano",
    "ricevuto",
    "ricevuta",
    "recebido",
    "recebida",
    "actual",
    "faktisk",
    "faktiskt",
    "tatsächlich",
];

/// Words before a number by which something is named.
pub(super) const NAMED: &[&str] = &[
    "order",
    "orders",
    "id",
    "invoice",
    "payment",
    "customer",
    "product",
    "post",
    "page",
    "user",
    "ordern",
    "beställning",
    "ordre",
    "bestilling",
    "tilaus",
    "bestellung",
    "bestelling",
    "commande",
    "pedido",
    "zamówienie",
    "zamówienia",
    "ordine",
    "faktura",
    "rechnung",
    "factuur",
    "facture",
    "factura",
    "fattura",
    "fatura",
    "line",
    "rad",
    "linje",
    "zeile",
    "regel",
    "ligne",
    "línea",
    "linia",
    "riga",
    "linha",
];

/// Words of a payment: a code beside them, and beside none of a call, is the bank's.
pub(super) const PAYMENT: &[&str] = &[
    "card",
    "payment",
    "paid",
    "kort",
    "kortet",
    "kortbetalning*",
    "betalning*",
    "betaling*",
    "kortti",
    "maksu*",
    "karte",
    "zahlung*",
    "kaart",
    "carte",
    "paiement",
    "tarjeta",
    "pago",
    "karta",
    "kartą",
    "płatność*",
    "carta",
    "pagamento",
    "cartão",
    "bank*",
];

/// Words of a call over HTTP.
pub(super) const HTTP: &[&str] = &[
    "http",
    "https",
    "status*",
    "server*",
    "shop",
    "response*",
    "svarskod*",
    "svarkod*",
    "tilakoodi*",
    "serwer*",
    "serveur",
    "servidor",
    "palvelin*",
];

/// Words that say that something went wrong.
#[rustfmt::skip]
pub(super) const FAILURE: &[&str] = &[
    "inaktiverad", "inaktiverats", "inaktiverades", "deaktivert", "deaktiveret", "poistettu käytöstä", "deaktiviert", "uitgeschakeld", "désactivé",
    "désactivée", "desactivado", "desactivada", "wyłączony", "wyłączone", "disattivato", "disabilitato", "desativado", "desativada",
    "nie zostało dostarczone", "nie dostarczone", "nicht zugestellt", "niet afgeleverd", "niet bezorgd", "inte levereras", "ikke leveres", "ei toimitettu", "no pudo ser", "no entregado",
    "não entregue", "não pôde", "non consegnato", "nie dostarczono", "non livré",
    "fail", "fails", "failed", "failing", "failure", "failures", "error", "errors", "cannot", "can t", "could not", "couldn t", "unable",
    "not able", "not delivered", "undelivered", "not possible", "unsuccessful", "rejected", "refused", "denied", "invalid", "problem", "problems",
    "trouble", "unexpected", "wrong", "disabled", "not receive", "not received", "did not", "didn t", "does not", "doesn t", "not supported",
    "misslyckades", "misslyckats", "misslyckad", "misslyckade", "misslyckas", "fel", "felkod", "kunde inte", "kan inte", "går inte", "gick inte",
    "nekades", "nekad", "avvisades", "avvisad",
    "mislyktes", "mislykket", "mislykkede", "feilet", "feil", "feilkode", "kunne ikke", "kan ikke", "avvist", "avslått",
    "mislykkedes", "mislykket", "fejlede", "fejlet", "fejl", "fejlkode", "afvist", "afvistes",
    "epäonnistui", "epäonnistunut", "epäonnistuneet", "virhe", "virhekoodi", "ei voitu", "ei voida", "ei onnistunut", "hylättiin", "hylätty",
    "fehlgeschlagen", "fehlgeschlagene", "fehlgeschlagener", "schlug fehl", "fehler", "fehlercode", "konnte nicht", "konnten nicht", "kann nicht",
    "gescheitert", "abgelehnt", "verweigert", "nicht möglich",
    "mislukt", "mislukte", "fout", "foutcode", "kon niet", "konden niet", "kan niet", "geweigerd", "niet gelukt",
    "échoué", "échouée", "échec", "échecs", "erreur", "erreurs", "impossible", "n a pas pu", "refusé", "refusée", "rejeté", "rejetée",
    "falló", "fallo", "fallido", "fallida", "fallidos", "fallidas", "ha fallado", "no se pudo", "no pudo", "no se ha podido", "rechazado",
    "rechazada", "incorrecto",
    "nie powiodło", "nie powiodła", "nie powiódł", "niepowodzenie", "nieudane", "nieudana", "nieudany", "nie udało", "błąd", "błędu", "błędem",
    "odrzucono", "odrzucone", "odmowa",
    "fallito", "fallita", "falliti", "fallite", "non riuscito", "non riuscita", "errore", "errori", "impossibile", "rifiutato", "rifiutata",
    "falhou", "falha", "falhas", "falharam", "erro", "erros", "não foi possível", "nao foi possivel", "recusado", "recusada", "rejeitado",
];

/// Words for a provider's call.
#[rustfmt::skip]
pub(super) const CALL: &[&str] = &[
    "webhook*", "callback*", "call back", "notification*", "notify", "ipn", "itn", "push", "pushes", "endpoint*", "url", "postback*", "pingback*",
    "delivery", "deliveries", "response*", "anrop*", "avisering*", "återkoppling*", "varsel", "varsling*", "kallet", "kaldet", "svaret", "underretning*",
    "ilmoitu*", "kutsu*", "takaisinkutsu*", "rajapinta*", "benachrichtigung*", "aufruf*", "rückruf*", "melding*", "aanroep*", "aanvraag",
    "appel", "notificación", "notificaciones", "llamada", "powiadomieni*", "wywołani*", "notifica", "notifiche", "chiamata", "notificação",
    "notificações", "chamada", "retorno",
];

/// What servers say of a status, and which. The first words of several that fit count.
pub(super) const REASONS: &[(&str, u16)] = &[
    ("moved permanently", 301),
    ("moved temporarily", 302),
    ("temporary redirect", 307),
    ("permanent redirect", 308),
    ("bad request", 400),
    ("unauthorized", 401),
    ("unauthorised", 401),
    ("payment required", 402),
    ("forbidden", 403),
    ("not found", 404),
    ("method not allowed", 405),
    ("not acceptable", 406),
    ("request timeout", 408),
    ("request time out", 408),
    ("length required", 411),
    ("precondition failed", 412),
    ("payload too large", 413),
    ("request entity too large", 413),
    ("content too large", 413),
    ("unsupported media type", 415),
    ("expectation failed", 417),
    ("misdirected request", 421),
    ("unprocessable entity", 422),
    ("unprocessable content", 422),
    ("too many requests", 429),
    ("internal server error", 500),
    ("not implemented", 501),
    ("bad gateway", 502),
    ("service unavailable", 503),
    ("service temporarily unavailable", 503),
    ("gateway timeout", 504),
    ("gateway time out", 504),
    ("web server is down", 521),
    ("ok", 200),
    ("found", 302),
    ("see other", 303),
    ("gone", 410),
    ("conflict", 409),
];

/// The words of [`REASONS`] that also mean other things: they count only beside their number, or where they are all that
/// was given.
pub(super) const PLAIN_REASONS: &[&str] = &[
    "ok",
    "found",
    "see other",
    "gone",
    "conflict",
    "not found",
    "forbidden",
    "unauthorized",
    "unauthorised",
    "not acceptable",
    "payment required",
    "not implemented",
    "bad request",
];

/// Words of other languages for a status.
pub(super) const REASONS_ELSEWHERE: &[(&str, u16)] = &[
    ("åtkomst nekad", 403),
    ("ingen tilgang", 403),
    ("adgang nægtet", 403),
    ("pääsy estetty", 403),
    ("zugriff verweigert", 403),
    ("toegang geweigerd", 403),
    ("accès refusé", 403),
    ("accès interdit", 403),
    ("acceso denegado", 403),
    ("odmowa dostępu", 403),
    ("accesso negato", 403),
    ("acesso negado", 403),
    ("access denied", 403),
    ("internt serverfel", 500),
    ("intern serverfeil", 500),
    ("intern serverfejl", 500),
    ("sisäinen palvelinvirhe", 500),
    ("interner serverfehler", 500),
    ("interne serverfout", 500),
    ("erreur interne du serveur", 500),
    ("error interno del servidor", 500),
    ("wewnętrzny błąd serwera", 500),
    ("errore interno del server", 500),
    ("erro interno do servidor", 500),
];

/// Words by which clients say that there was no answer, each list with its reason.
#[rustfmt::skip]
pub(super) const SILENCE: &[(NoAnswer, &[&str])] = &[
    (NoAnswer::Dns, &[
        "could not resolve", "couldn t resolve", "cannot resolve", "unable to resolve", "can t resolve", "not be resolved", "failed to resolve",
        "unknown host", "unknownhost*", "enotfound", "eai again", "name or service not known", "nxdomain", "getaddrinfo*", "no such host",
        "name resolution", "dns lookup failed", "dns error", "dns failure", "err name not resolved", "no address associated",
        "kunde inte slås upp", "kunde inte slå upp", "värdnamnet", "vertsnavnet", "værtsnavnet", "kunne ikke slås op", "kunne ikke slå opp",
        "isäntänimeä", "verkkotunnusta ei", "hostname konnte nicht", "name konnte nicht aufgelöst", "nicht aufgelöst", "hostnaam",
        "nom d hôte", "résolution de nom", "résoudre l hôte", "résoudre le nom", "no se pudo resolver", "resolver el host", "resolver el nombre",
        "nie można rozwiązać", "nie udało się rozwiązać", "rozpoznać nazwy", "risolvere il nome", "risolvere l host", "impossibile risolvere",
        "resolver o host", "resolver o nome", "não foi possível resolver",
    ]),
    (NoAnswer::Refused, &[
        "connection refused", "connection was refused", "refused the connection", "refused to connect", "refused connection", "econnrefused",
        "actively refused", "err connection refused", "anslutningen nekades", "anslutning nekad", "anslutningen avvisades", "nekade anslutningen",
        "tilkoblingen ble avvist", "tilkobling avvist", "tilkobling nektet", "tilkoblingen ble nektet", "forbindelsen blev afvist",
        "forbindelse afvist", "forbindelsen blev nægtet", "yhteys evättiin", "yhteys evätty", "yhteys hylättiin", "yhteys hylätty",
        "verbindung abgelehnt", "verbindung verweigert", "verbindung wurde abgelehnt", "verbindung wurde verweigert", "verbindungsaufbau abgelehnt",
        "verbinding geweigerd", "verbinding werd geweigerd", "verbinding is geweigerd", "connexion refusée", "connexion a été refusée",
        "conexión rechazada", "conexión rehusada", "conexión denegada", "rechazó la conexión", "połączenie odrzucone", "połączenie zostało odrzucone",
        "odmowa połączenia", "odrzucono połączenie", "connessione rifiutata", "rifiutato la connessione", "conexão recusada", "ligação recusada",
        "recusou a conexão",
    ]),
    (NoAnswer::Reset, &[
        "connection reset", "connection was reset", "reset by peer", "econnreset", "hang up", "hung up", "empty reply", "connection was closed",
        "connection closed", "closed the connection", "connection aborted", "connection was aborted", "broken pipe", "epipe", "err empty response",
        "connection dropped", "forcibly closed", "anslutningen återställdes", "anslutningen stängdes", "anslutningen bröts", "tilkoblingen ble tilbakestilt",
        "tilkoblingen ble brutt", "tilkoblingen ble lukket", "forbindelsen blev nulstillet", "forbindelsen blev afbrudt", "forbindelsen blev lukket",
        "yhteys katkesi", "yhteys katkaistiin", "yhteys suljettiin", "verbindung zurückgesetzt", "verbindung wurde zurückgesetzt",
        "verbindung wurde geschlossen", "verbindung wurde getrennt", "verbindung abgebrochen", "verbinding verbroken", "verbinding werd verbroken",
        "verbinding is verbroken", "connexion réinitialisée", "connexion a été réinitialisée", "connexion fermée", "connexion interrompue",
        "conexión restablecida", "conexión reiniciada", "conexión cerrada", "conexión interrumpida", "połączenie zresetowane", "połączenie zostało zresetowane",
        "połączenie zerwane", "połączenie zostało zerwane", "połączenie zamknięte", "connessione reimpostata", "connessione ripristinata",
        "connessione interrotta", "connessione chiusa", "conexão redefinida", "conexão encerrada", "conexão interrompida", "conexão fechada",
    ]),
    (NoAnswer::Timeout, &[
        "timed out", "timeout", "timeouts", "time out", "timedout", "etimedout", "esockettimedout", "took too long", "taking too long",
        "deadline exceeded", "within the time limit", "not respond in time", "no response within", "timeoutexception", "sockettimeoutexception",
        "connecttimeoutexception", "tidsgräns", "tidsgränsen", "tog för lång tid", "svarade inte i tid", "inte i tid", "tidsavbrott", "tidsavbrudd",
        "tidsavbrutt", "tok for lang tid", "svarte ikke i tide", "tidsfristen", "tog for lang tid", "svarede ikke i tide", "tidsgrænse",
        "tidsgrænsen", "aikakatkaisu", "aikakatkaistiin", "aikakatkaistu", "aikaraja", "aikarajan", "kesti liian kauan", "määräajassa",
        "zeitüberschreitung", "zeitüberschreitungen", "zeitlimit", "zu lange gedauert", "dauerte zu lange", "nicht rechtzeitig", "duurde te lang",
        "niet op tijd", "tijdslimiet", "délai dépassé", "délai d attente", "délai expiré", "temps d attente", "trop de temps", "trop longtemps",
        "tiempo de espera", "tiempo agotado", "tiempo límite", "tardó demasiado", "przekroczono limit czasu", "limit czasu", "przekroczenie czasu",
        "przekroczono czas", "czas oczekiwania", "upłynął czas", "tempo scaduto", "tempo massimo", "tempo di attesa", "scaduto il tempo",
        "impiegato troppo", "tempo limite", "tempo esgotado", "tempo de espera", "demorou demais", "demorou muito", "esgotou se",
    ]),
    (NoAnswer::Unknown, &[
        "niet bereiken", "nicht erreichen", "inte nå", "ikke nå", "ei tavoitettu", "ei saavutettu", "pas joindre", "pas atteindre", "no pudimos contactar", "não conseguimos contatar", "stato possibile raggiungere",
        "cannot assign requested address", "network is unreachable", "no route to host", "host is unreachable", "host unreachable", "ehostunreach",
        "enetunreach", "eaddrnotavail", "unreachable", "not reachable", "no response", "no answer", "not respond", "not responding", "could not connect",
        "couldn t connect", "cannot connect", "can t connect", "unable to connect", "failed to connect", "connection failed", "connection error",
        "could not reach", "couldn t reach", "cannot reach", "unable to reach", "could not be reached", "couldn t be reached", "other errors while sending",
        "kunde inte ansluta", "kunde inte nås", "kan inte nås", "inte nåbar", "gick inte att nå", "går inte att nå", "inget svar", "svarade inte", "svarar inte", "ingen kontakt med",
        "kunne ikke koble", "kunne ikke nås", "ikke nåbar", "ikke svar", "inget svar", "intet svar", "svarte ikke", "svarede ikke", "svarer ikke",
        "kunne ikke oprette forbindelse", "kunne ikke opprette forbindelse", "ikke tilgjengelig", "ikke tilgængelig",
        "ei vastausta", "ei vastannut", "ei vastaa", "ei saatu yhteyttä", "ei saada yhteyttä", "yhteyttä ei", "yhteyden muodostaminen", "ei tavoitettavissa",
        "nicht erreichbar", "nicht erreicht", "keine antwort", "antwortet nicht", "antwortete nicht", "keine verbindung", "verbindung fehlgeschlagen",
        "verbindungsfehler", "niet bereikbaar", "onbereikbaar", "geen antwoord", "geen reactie", "geen verbinding", "antwoordt niet", "antwoordde niet",
        "niet worden bereikt", "aucune réponse", "pas de réponse", "ne répond pas", "n a pas répondu", "injoignable", "inaccessible", "impossible de se connecter",
        "impossible de joindre", "sin respuesta", "no responde", "no respondió", "no se pudo conectar", "no se puede conectar", "inaccesible", "inalcanzable",
        "brak odpowiedzi", "nie odpowiada", "nie odpowiedział", "nie można połączyć", "nie udało się połączyć", "nieosiągalny", "nieosiągalna", "niedostępny",
        "nessuna risposta", "non risponde", "non ha risposto", "impossibile connettersi", "impossibile raggiungere", "irraggiungibile", "non raggiungibile",
        "sem resposta", "não responde", "não respondeu", "não foi possível conectar", "inacessível", "inalcançável",
    ]),
];

/// Words for a connection, and for refusing it.
#[rustfmt::skip]
pub(super) const CONNECTION: &[&str] = &[
    "connection*", "anslutning*", "tilkobling*", "forbindelse*", "yhtey*", "verbindung*", "verbinding*", "connexion*", "conexión", "conexion*",
    "połączeni*", "connession*", "conexão", "ligação",
];
#[rustfmt::skip]
pub(super) const REFUSES: &[&str] = &[
    "refus*", "rejected", "declined", "nekad*", "avvis*", "afvis*", "nekt*", "nægt*", "evätt*", "eväsi", "hylät*", "hylkäsi", "abgelehnt", "lehnte",
    "verweiger*", "geweiger*", "weiger*", "rechaz*", "rehus*", "odrzuc*", "odmów*", "rifiut*", "recus*",
];

/// Words of the secure connection: they tell of a failure only beside one of [`FAILURE`] or [`TLS_FAULTS`].
#[rustfmt::skip]
pub(super) const TLS: &[&str] = &[
    "ssl", "tls", "handshake", "sslv3", "openssl", "x509", "certificate", "certificates", "cert", "sslhandshakeexception", "sslexception",
    "certifikat", "certifikatet", "sertifikat", "sertifikatet", "varmenne", "varmenteen", "varmennetta", "zertifikat", "zertifikats", "zertifikate",
    "certificaat", "certificat", "certificats", "certificado", "certificados", "certyfikat", "certyfikatu", "certificato", "certificati",
    "sslerror", "certificateexception", "certpathvalidatorexception",
];

/// What is wrong with a certificate.
#[rustfmt::skip]
pub(super) const TLS_FAULTS: &[&str] = &[
    "expired", "has expired", "verify", "verification", "self signed", "selfsigned", "untrusted", "not trusted", "mismatch", "does not match", "alert",
    "handshake failure", "unknown ca", "sslhandshakeexception", "sslexception", "utgått", "gått ut", "ogiltigt", "utløpt", "ugyldig", "udløbet", "ugyldigt",
    "vanhentunut", "virheellinen", "abgelaufen", "ungültig", "ungültiges", "verlopen", "ongeldig", "expiré", "invalide", "non valide", "caducado", "vencido",
    "inválido", "no válido", "wygasł", "nieprawidłowy", "nieważny", "scaduto", "non valido", "expirado", "expirou",
];

/// Words before a body that is told in the line of its status.
#[rustfmt::skip]
pub(super) const BODY: &[&str] = &[
    "response", "body", "content", "text", "message", "answer", "output", "responsebody", "svar", "svarstext", "innehåll", "svartekst", "vastaus",
    "sisältö", "antwort", "inhalt", "antwoord", "inhoud", "réponse", "contenu", "respuesta", "contenido", "odpowiedź", "treść", "risposta", "contenuto",
    "resposta", "conteúdo",
];
