//! Dutch.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "fout|fouten|foutcode|foutcodes|foutmelding|foutmeldingen|statuscode|statuscodes|antwoord|antwoorden|antwoordcode|responscode|responsecode|code|codes|status|httpcode|httpstatus|respons|reactie|returncode|serverfout|retourcode",
    came: "gaf|geeft|geven|gaven|gegeven|kreeg|krijgt|krijgen|kregen|gekregen|retourneerde|retourneert|geretourneerd|antwoordde|antwoordt|antwoordden|geantwoord|beantwoord|beantwoordde|stuurt|stuurde|ontvangt|ontvangen|ontving|toont|meldt|meldde|komt|kwam|ziet|zien|zegt|reageert|reageerde|teruggegeven|teruggestuurd",
    received: "ontvangen|daadwerkelijk|gekregen",
    between: "een|het|de|met|van|winkel|webshop|webwinkel|server|site|website|uw|jullie|onze|mijn|hun|is|was|op|in|als|http|altijd|alleen|terug|ons|ze|we|wij|zij|\
        steeds|en|nu|dan|die|onverwacht|ongeldig|om|telkens|voor|soms|vaak|af|toe|regelmatig|meestal",
    goes_on: "als|wanneer|op|voor|naar|van|in|en|maar|sinds|elke|omdat|die|dat|dus|na|weer|terug|door|of|met|bij|terwijl|niet|alle|tijdens|telkens|toen|terwijl|zodra|vanaf|ontvangen|gekregen|geantwoord|beantwoord|teruggegeven|teruggestuurd|geretourneerd|altijd|soms|is",
    not: "niet|geen|in plaats van|verwacht|verwachtte|verwachten|verwachtten|zonder|behalve|anders dan|moet zijn|moet een|moet|moeten|vereist|hoort|\
        zou moeten zijn|accepteren alleen|accepteert alleen|tussen|ander dan|iets anders dan",
    wanted: "verwacht|vereist|nodig|verwachtten|telt|geldt",
    units: "seconden|seconde|minuten|minuut|uur|uren|dagen|dag|weken|keer|maal|bestellingen|bestelling|pogingen|verzoeken|euro|klanten|bezoekers|producten|betalingen|gebeurtenissen|procent|stuks|regels|berichten|aanvragen|meldingen|pagina|paginas",
    named: "bestelling|bestelnummer|ordernummer|order|factuur|factuurnummer|klant|klantnummer|regel|ticket|zaak|telefoon|tel|postcode|product|nr|nummer|versie|kamer",
    payment: "kaart|creditcard|betaling*|betaald|bank*",
    http: "server*|winkel|webshop*|webwinkel*|website|statuscode*|adres|site|respons*|betaalprovider*|betaaldienst*|betalingsprovider*|provider",
    call: "melding*|aanroep*|aanroepen|aanvraag|webhook*|callback*|notificatie*|terugmelding*|terugkoppeling*|statusmelding*|betaalmelding*|aflevering*|afleveren|eindpunt*|statusupdate*",
    failure: "mislukt|mislukte|mislukten|mislukken|mislukking|mislukkingen|fout|fouten|foutcode|foutmelding|kon niet|konden niet|kan niet|kunnen niet|\
        konden we niet|geweigerd|afgewezen|niet gelukt|lukt niet|lukte niet|uitgeschakeld|niet afgeleverd|niet afleveren|niet bezorgd|niet worden afgeleverd|\
        probleem|problemen|werkt niet|werkte niet|afgebroken|ongeldig|ongeldige|onbereikbaar|blijven hangen|lukt het niet|komt niet aan|komen niet aan|\
        niet mogelijk",
    success: "gelukt|geslaagd|afgeleverd|succesvol|voltooid|geaccepteerd",
    redirect: "doorverwijzing*|doorverwezen|verwijst door|omleiding*|omgeleid|doorgestuurd|stuurt door|redirect*|permanent verplaatst|verplaatst naar",
    reasons: &[
        ("toegang geweigerd", 403), ("geen toegang", 403), ("verboden toegang", 403), ("verboden", 403), ("interne serverfout", 500), ("interne server fout", 500), ("pagina niet gevonden", 404), ("niet gevonden", 404),
        ("service niet beschikbaar", 503), ("dienst niet beschikbaar", 503), ("te veel verzoeken", 429), ("te veel aanvragen", 429), ("niet geautoriseerd", 401), ("niet gemachtigd", 401), ("methode niet toegestaan", 405), ("ongeldig verzoek", 400),
        ("ongeldige aanvraag", 400), ("permanent verplaatst", 301), ("ongeldige gateway", 502),
    ],
    dns: "hostnaam kon niet|domeinnaam kon niet|domein niet gevonden|domein kon niet|server niet gevonden|host niet gevonden|onbekende host|dns fout|\
        dns probleem|niet worden omgezet|naam kon niet",
    host: "hostnaam|servernaam|domeinnaam",
    refused: "verbinding geweigerd|verbinding werd geweigerd|verbinding is geweigerd|weigerde de verbinding|weigert de verbinding|verbinding afgewezen",
    reset: "verbinding verbroken|verbinding werd verbroken|verbinding is verbroken|verbinding gesloten|verbinding werd gesloten|verbinding is gesloten|verbinding afgebroken|verbinding gereset|verbinding werd gereset|sloot de verbinding|verbrak de verbinding|verbreekt de verbinding|leeg antwoord|verbinding onderbroken|verbinding werd onderbroken",
    timeout: "duurde te lang|duurt te lang|niet op tijd|tijdslimiet|time out|tijd verstreken|niet binnen|verlopen tijd|tijdsoverschrijding|antwoordde te laat|\
        reageerde te laat|reageert te traag|antwoordt te langzaam",
    unreached: "niet bereikbaar|onbereikbaar|niet bereiken|niet worden bereikt|geen antwoord|geen reactie|geen respons|geen verbinding|antwoordt niet|antwoordde niet|\
        reageert niet|reageerde niet|verbindingsfout|niet verbinden|verbinding mislukt|verbinding maken|geen contact|zonder antwoord|niet te bereiken|\
        kon geen verbinding",
    connection: "verbinding*|verbinden|verbinding maken",
    refuses: "geweiger*|weiger*|afgewezen",
    breaks: "verbroken|gesloten|afgebroken|gereset|onderbroken",
    tls: "certificaat|certificaten|certificaatfout|ssl certificaat*|ssl fout|tls fout|beveiligde verbinding|ssl verbinding|tls verbinding|handdruk|certifica*",
    tls_faults: "verlopen|ongeldig|ongeldige|niet geldig|komt niet overeen|niet vertrouwd|zelfondertekend*|zelf ondertekend*|ontbreekt|onvolledig*|verouderd|niet geverifieerd|niet worden geverifieerd|niet worden gecontroleerd|niet ondersteund|mislukt",
    body: "antwoord|inhoud|bericht|respons|reactie",
    stopped: "geblokkeerd|blokkeert|blokkeerde|blokkeren|tegengehouden|verbannen|gebanned",
    stoppers: "firewall|firewalls|beveiligingsplugin|landblokkade",
    shop: "website|winkel|webshop|webwinkel|onze winkel|site|domein",
    unfit: "ongeldige handtekening|ongeldige signature|handtekening is ongeldig|handtekening klopt niet|handtekening komt niet overeen|verkeerde handtekening|\
        ongeldige hash|bestelling niet gevonden|bestelling kon niet worden gevonden|geen bestelling gevonden|onbekende bestelling|bestelling bestaat niet|\
        order niet gevonden|checksum klopt niet|controlesom klopt niet|signature klopt niet",
    unaddressed: "geen webhook url|geen callback url|geen webhook ingesteld|geen webhook geconfigureerd|webhook url ontbreekt|callback url ontbreekt|\
        moet https gebruiken|moet met https beginnen",
    code_column: "statuscode|antwoordcode|responscode|http status|http code|foutcode|httpstatus|http statuscode|antwoord|code|respons|reactie|laatste statuscode|resultaatcode|http antwoord",
};
