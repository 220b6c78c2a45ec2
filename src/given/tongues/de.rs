//! German.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "fehler|fehlers|fehlern|fehlercode|fehlercodes|fehlermeldung|fehlermeldungen|statusmeldung|statuscode|statuscodes|statuskode|antwort|antworten|antwortcode|antwortstatus|rückgabecode|rückgabewert|responscode|returncode|code|codes|\
        status|httpcode|httpstatus|rückmeldung|serverantwort|serverfehler|responsecode",
    came: "antwortete|antwortet|geantwortet|antworten|antworteten|beantwortet|lieferte|liefert|geliefert|liefern|erhielt|erhält|erhalten|erhielten|ergab|ergibt|bekommt|bekam|bekommen|bekamen|kommt|kam|gibt|gab|zurückgegeben|zurückgeliefert|\
        meldet|meldete|gemeldet|sendet|sendete|schickt|schickte|wirft|warf|sieht|sehen|zeigt|lautet|lautete|kriegt|kriegen|läuft|endet|endete|quittiert|reagiert|reagierte",
    received: "erhalten|tatsächlich|empfangen",
    between: "ein|eine|einen|einem|einer|der|die|das|den|dem|des|mit|von|vom|ist|war|lautet|lautete|shop|shops|server|servers|webserver|webshop|seite|website|unser|\
        unsere|unserem|unserer|ihr|ihre|ihrem|ihren|ihres|mein|systems|system|http|auf|in|immer|nur|zurück|uns|sie|wir|stets|und|jetzt|stattdessen|es|\
        unerwartet|ungültig|als|permanent|ständig|dauernd|nun|dann|einfach|im|gab|kam|ab|zu|oft|manchmal|häufig|meist|meistens|regelmäßig|teilweise|\
        gelegentlich|hin|wieder|sporadisch",
    goes_on: "wenn|falls|auf|für|zu|von|vom|in|an|und|aber|da|seit|jede|jeden|jedes|weil|die|der|das|dass|so|nach|wieder|zurück|oder|mit|beim|bei|während|nicht|alle|alles|statt|sobald|geantwortet|beantwortet|zurückgegeben|zurückgeliefert|zurückgesendet|erhalten|\
        bekommen|zurückgemeldet|gemeldet|geliefert|ab|trotz|obwohl|als|immer|manchmal|abgelehnt|abgewiesen|quittiert|ist|wird|war|wurde|fehl",
    not: "nicht|kein|keine|keinen|keinem|keiner|statt|anstatt|anstelle von|erwartet|erwartete|erwarteten|erwarten|außer|ohne|anderes als|muss|müssen|soll|\
        sollte|sollten|verlangt|erforderlich ist|akzeptiert nur|erfolgreich|zwischen|mit einem status von|gültiger|andere als|anderer als|etwas anderes als|\
        anders als",
    wanted: "erwartet|erforderlich|nötig|benötigt|verlangt|antwortet|antworten|beantwortet|beantworten|gilt|gelten|zurückgibt|zurückgeben|zurückliefert",
    units: "sekunden|sekunde|minuten|minute|stunden|stunde|tage|tagen|tag|wochen|bestellungen|bestellung|aufrufe|aufrufen|mal|versuche|versuchen|euro|kunden|besucher|produkte|artikel|zahlungen|ereignisse|prozent|stück|zeilen|meldungen|mails|anfragen|benachrichtigungen|seiten|uhr|zeichen",
    named: "bestellung|bestellnummer|bestellnr|auftrag|auftragsnummer|rechnung|rechnungsnummer|rechnungsnr|kunde|kundennummer|zeile|ticket|vorgang|vorgangsnummer|telefon|tel|plz|produkt|artikel|nr|nummer|version|zimmer|raum|fax|straße|str|artikelnummer",
    payment: "karte|kreditkarte|zahlung*|bezahlt|bank*",
    http: "server*|shop|shops|webshop*|seite|website|antwortcode*|adresse|statuscode*|webserver*|onlineshop*|system|endpunkt*|serverantwort*|remoteserver*|\
        zahlungsanbieter*|zahlungsdienstleister*|zahlungsdienst*|anbieter",
    call: "benachrichtigung*|aufruf*|rückruf*|rückmeldung*|webhook*|callback*|zahlungsbenachrichtigung*|zustellung*|endpunkt*|ipn|notify|anfrage an|zahlungsmeldung*|statusmeldung*|serverbenachrichtigung*|meldung*|push benachrichtigung*|notifizierung*",
    failure: "fehlgeschlagen|fehlgeschlagene|fehlgeschlagener|fehlgeschlagenen|schlug fehl|schlugen fehl|schlägt fehl|schlagen fehl|fehler|fehlern|fehlercode|\
        konnte nicht|konnten nicht|kann nicht|können nicht|konnte leider nicht|konnten leider nicht|konnten wir|gescheitert|scheitert|scheitern|scheiterte|\
        abgelehnt|verweigert|nicht möglich|deaktiviert|abgeschaltet|nicht zugestellt|nicht zustellbar|nicht zustellen|problem|probleme|problemen|abgewiesen|\
        zurückgewiesen|funktioniert nicht|funktionieren nicht|abgebrochen|ungültig|erfolglos|nicht erfolgreich|hängen|nicht angenommen|kann keine|\
        konnte keine|konnten keine|können keine|gelingt nicht",
    success: "erfolgreich|zugestellt|erfolg|angenommen|abgeschlossen",
    redirect: "weiterleitung*|weitergeleitet|leitet weiter|leitet um|leitet auf|umgeleitet|umleitung*|weiterleitet|umleitet|dauerhaft verschoben",
    reasons: &[
        ("zugriff verweigert", 403), ("zugriff verboten", 403), ("zugang verweigert", 403), ("verboten", 403), ("unzulässig", 403), ("interner serverfehler", 500), ("interner server fehler", 500), ("seite nicht gefunden", 404),
        ("nicht gefunden", 404), ("dienst nicht verfügbar", 503), ("dienst nicht erreichbar", 503), ("service nicht verfügbar", 503), ("zu viele anfragen", 429), ("nicht autorisiert", 401), ("nicht authentifiziert", 401),
        ("methode nicht erlaubt", 405), ("methode nicht zulässig", 405), ("ungültige anforderung", 400), ("ungültige anfrage", 400), ("dauerhaft verschoben", 301), ("fehlerhaftes gateway", 502), ("ungültiges gateway", 502),
    ],
    dns: "hostname konnte nicht|hostnamen konnte nicht|name konnte nicht aufgelöst|nicht aufgelöst|nicht auflösen|namensauflösung*|dns fehler|dns auflösung*|\
        unbekannter host|host nicht gefunden|server wurde nicht gefunden|domain nicht gefunden|domain wurde nicht gefunden|servername konnte|\
        hostname nicht gefunden",
    host: "remotename|hostname|hostnamen|servername|servernamen|domainname",
    refused: "verbindung abgelehnt|verbindung verweigert|verbindung wurde abgelehnt|verbindung wurde verweigert|verbindungsaufbau abgelehnt|verbindungsaufbau verweigert|lehnte die verbindung ab|verweigerte die verbindung|verweigert die verbindung|lehnt die verbindung ab|verbindung wurde zurückgewiesen",
    reset: "verbindung zurückgesetzt|verbindung wurde zurückgesetzt|verbindung wurde geschlossen|verbindung wurde getrennt|verbindung abgebrochen|verbindung wurde abgebrochen|verbindung wurde unterbrochen|verbindung getrennt|verbindung geschlossen|schloss die verbindung|trennte die verbindung|leere antwort|verbindungsabbruch|verbindung brach ab|brach die verbindung ab|hat die verbindung getrennt",
    timeout: "zeitüberschreitung|zeitüberschreitungen|zeitlimit|zu lange gedauert|dauerte zu lange|dauert zu lange|nicht rechtzeitig|zeitablauf|nicht innerhalb|\
        antwortet zu langsam|zu spät geantwortet|timeout aufgetreten|wartezeit überschritten|antwortzeit überschritten|zeit überschritten|abgelaufene zeit",
    unreached: "nicht erreichbar|nicht erreicht|nicht erreichen|keine antwort|antwortet nicht|antwortete nicht|nicht geantwortet|keine verbindung|\
        verbindung fehlgeschlagen|verbindungsfehler|verbindung konnte nicht|verbindungsaufbau|unerreichbar|nicht zu erreichen|keine reaktion|reagiert nicht|\
        reagierte nicht|keine rückmeldung|konnte keine verbindung|kein verbindungsaufbau|nicht verbinden|ohne antwort|nicht ansprechbar",
    connection: "verbindung*|verbinden|verbindungsaufbau",
    refuses: "abgelehnt|lehnte|lehnt|verweiger*|abgewiesen|zurückgewiesen",
    breaks: "zurückgesetzt|abgebrochen|getrennt|geschlossen|unterbrochen|beendet",
    tls: "zertifikat|zertifikats|zertifikate|zertifikates|zertifikatsfehler|zertifikatfehler|ssl zertifikat*|ssl fehler|tls fehler|ssl verbindung*|\
        tls verbindung*|sichere verbindung|zertifikatskette*|zertifikatsprüfung*|zertifikat*|tls verbindung|ssl verbindung",
    tls_faults: "abgelaufen|ungültig|ungültiges|ungültigen|nicht gültig|stimmt nicht|passt nicht|nicht vertrauenswürdig|selbstsigniert*|selbst signiert*|fehlt|unvollständig*|veraltet|nicht verifiziert|nicht geprüft|nicht überprüft|nicht unterstützt|unterstützt nicht|fehlgeschlagen",
    body: "antwort|inhalt|nachricht|antworttext|antwortinhalt|meldung",
    stopped: "blockiert|blockierte|blockieren|gesperrt|sperrt|abgewehrt|geblockt|blockt|ausgesperrt|sperre",
    stoppers: "firewall|firewalls|firewall*|webschutz|sicherheitsplugin|ländersperre|geoblocking",
    shop: "webseite|website|shop|webshop|onlineshop|unser shop|domain|startseite",
    unfit: "ungültige signatur|falsche signatur|signatur ungültig|signatur ist ungültig|signatur stimmt nicht|signatur passt nicht|signaturprüfung fehlgeschlagen|\
        signaturprüfung schlug fehl|ungültiger hash|falscher hash|prüfsumme stimmt nicht|bestellung nicht gefunden|bestellung wurde nicht gefunden|\
        keine bestellung gefunden|unbekannte bestellung|bestellung existiert nicht|bestellung konnte nicht gefunden|checksumme stimmt nicht|prüfsumme falsch|\
        signatur falsch|prüfsumme ist falsch",
    unaddressed: "keine webhook url|keine callback url|keine benachrichtigungs url|kein webhook hinterlegt|kein webhook eingerichtet|keine url hinterlegt|\
        webhook url fehlt|callback url fehlt|benachrichtigungs url fehlt|muss https verwenden|muss mit https beginnen",
    code_column: "statuscode|antwortcode|http status|http code|fehlercode|httpstatus|http statuscode|antwort|code|antwortstatus|rückgabecode|letzter antwortcode|http antwort|serverantwort|ergebniscode|letzter status|http antwortcode",
};
