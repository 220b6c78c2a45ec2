//! Norwegian.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "statuskode|statuskoden|statuskoder|svarkode|svarkoden|responskode|responskoden|feilkode|feilkoden|feilkoder|feil|feilen|feilmelding|feilmeldingen|kode|koden|koder|svar|svaret|\
        respons|responsen|httpkode|httpstatus|status|statusen|returkode|httpfeil",
    came: "returnerte|returnerer|returnert|svarte|svarer|svart|fikk|får|fått|ga|gir|gitt|gav|møter|møtte|mottar|sendte|sender|viser|viste|blir|ble|kaster|sier|\
        ser|så",
    received: "mottatt|mottok|faktisk",
    between: "et|en|med|fra|er|var|din|deres|vår|vårt|butikken|butikk|nettbutikken|nettbutikk|serveren|server|siden|nettstedet|av|på|i|http|som|alltid|bare|tilbake|\
        oss|dem|de|vi|og|hele|tiden|den|det|nå|uventet|ugyldig|til|ofte|iblant|stadig",
    goes_on: "når|hvis|på|for|til|fra|i|og|men|da|siden|hver|fordi|som|så|etter|igjen|tilbake|av|eller|med|ved|mens|ikke|hele|alle|under|inntil|alltid|noen|der|her|er",
    not: "ikke|ingen|intet|aldri|enn|annet enn|i stedet for|istedenfor|forventet|forventer|krever|kreves|skal være|må være|skal svare med|må svare med|skal returnere|må returnere|unntatt|uten|svare med|returnere|godtar bare",
    wanted: "forventet|kreves|ventet|teller|gjelder",
    units: "sekunder|sekund|minutter|timer|time|dager|dag|uker|ganger|ordrer|ordre|bestillinger|kall|forsøk|kroner|kr|kunder|besøkende|produkter|betalinger|hendelser|leveranser|prosent|stk|meldinger|linjer|sider",
    named: "ordre|ordren|ordrenummer|bestilling|bestillingen|faktura|fakturaen|kunde|kundenummer|linje|sak|saken|telefon|tlf|tel|postnummer|produkt|nr|nummer|versjon|rom",
    payment: "kort|kortet|kortbetaling*|betaling*|betalt",
    http: "server|serveren|butikken|butikk|svarkode*|nettsted*|nettbutikk*|adresse*|statuskode*|respons*|betalingsleverandør*|leverandøren|betalingstjeneste*",
    call: "varsel|varselet|varsler|varsling*|kallet|kall|kallene|tilbakekall*|webhook*|callback*|notifikasjon*|leveranse*|levering*|statusoppdatering*|betalingsvarsel*|nettkrok*",
    failure: "mislykkedes|mislyktes|mislyktest|mislykket|mislykkes|mislykkede|feilet|feiler|feil|feilen|kunne ikke|kan ikke|går ikke|gikk ikke|gikk galt|avvist|\
        avvises|avviste|avslått|nektet|deaktivert|skrudd av|slått av|ikke leveres|ikke levert|problem|problemer|avbrutt|fungerer ikke|virker ikke|\
        fungerte ikke|ugyldig|henger|får ikke|klarer ikke|kommer ikke frem",
    success: "vellykket|levert|lyktes|godkjent|fullført|mottatt",
    redirect: "omdirigering*|omdirigerer|omdirigerte|omdirigert|omdirigeres|videresend*|viderekoble*|sender videre|sendes videre|flyttet permanent",
    reasons: &[
        ("ingen tilgang", 403), ("tilgang nektet", 403), ("adgang nektet", 403), ("forbudt", 403), ("intern serverfeil", 500), ("intern feil på serveren", 500), ("siden ble ikke funnet", 404),
        ("siden finnes ikke", 404), ("tjenesten er utilgjengelig", 503), ("tjenesten er ikke tilgjengelig", 503), ("tjeneste utilgjengelig", 503), ("for mange forespørsler", 429), ("ikke autorisert", 401),
        ("uautorisert", 401), ("metoden er ikke tillatt", 405), ("ugyldig forespørsel", 400), ("flyttet permanent", 301),
    ],
    dns: "kunne ikke slå opp|kunne ikke slås opp|domenet ble ikke funnet|domenet finnes ikke|fant ikke domenet|fant ikke serveren|fant ikke verten|dns feil|\
        dns oppslag*|navneoppslag*|ukjent vert|serveren ble ikke funnet",
    host: "vertsnavnet|vertsnavn|tjenernavnet|servernavnet|domenenavnet",
    refused: "tilkoblingen ble avvist|tilkobling avvist|tilkobling nektet|tilkoblingen ble nektet|avviste tilkoblingen|nektet tilkoblingen|forbindelsen ble nektet|forbindelsen ble avvist|nektet tilkobling",
    reset: "tilkoblingen ble tilbakestilt|tilkoblingen ble brutt|tilkoblingen ble lukket|tilkoblingen ble avbrutt|forbindelsen ble brutt|forbindelsen ble lukket|forbindelsen ble avbrutt|lukket tilkoblingen|brøt forbindelsen|brøt tilkoblingen|tomt svar",
    timeout: "tidsavbrudd|tidsavbruddet|tidsavbrutt|tok for lang tid|tar for lang tid|svarte ikke i tide|svarer ikke i tide|ikke i tide|ikke innen|tidsfristen|\
        tidsfrist|tidsgrense|tidsgrensen|svarte for sent|rakk ikke å svare|timet ut|svarer for tregt",
    unreached: "kunne ikke koble|kan ikke koble|kunne ikke nås|kan ikke nås|kunne ikke nå|kan ikke nå|ikke nåbar|når ikke|nådde ikke|ikke svar|intet svar|ingen svar|\
        svarte ikke|svarer ikke|kunne ikke opprette|ikke tilgjengelig|ingen kontakt|ingen forbindelse|ikke kontakt|uten svar|er nede|var nede|tilkoblingsfeil|\
        ingen respons|ikke å nå",
    connection: "tilkobling*|forbindelse*|koble|koble seg|kontakt",
    refuses: "nekt*|avvis*",
    breaks: "brutt|avbrutt|lukket|tilbakestilt",
    tls: "sertifikat|sertifikatet|sertifikatets|sertifikatfeil|ssl sertifikat*|sikker tilkobling|håndtrykk*|sertifikat*",
    tls_faults: "utløpt|har utløpt|gått ut|gikk ut|ugyldig|ikke gyldig|stemmer ikke|samsvarer ikke|ikke klarert|selvsignert|mangler|ufullstendig*|for gammel|kunne ikke bekreftes|kan ikke verifiseres|kunne ikke verifiseres|støttes ikke",
    body: "svar|svartekst|innhold|melding|respons|svarinnhold",
    stopped: "blokkert|blokkerer|blokkeres|blokkerte|sperret|sperrer|stoppet|stopper|utestengt",
    stoppers: "brannmur|brannmuren|brannmurer|brannmur*",
    shop: "nettsted|nettstedet|butikk|butikken|nettbutikk|nettbutikken|domene|domenet",
    unfit: "ugyldig signatur|feil signatur|signaturen er ugyldig|signaturen stemmer ikke|ugyldig hash|fant ikke ordren|ordren ble ikke funnet|ordre ikke funnet|\
        ordren finnes ikke|ingen ordre funnet|ukjent ordre|checksum stemmer ikke|sjekksummen stemmer ikke|kontrollsummen stemmer ikke|signatur stemmer ikke",
    unaddressed: "ingen callback adresse|ingen callback url|ingen webhook er|webhook mangler|callback adresse mangler|må bruke https|må begynne med https|\
        callback url mangler",
    code_column: "statuskode|svarkode|responskode|http status|http kode|feilkode|httpstatus|http statuskode|svar|kode|respons|siste svarkode|resultatkode",
};
