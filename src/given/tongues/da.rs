//! Danish.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "statuskode|statuskoden|statuskoder|svarkode|svarkoden|fejlkode|fejlkoden|fejlkoder|fejl|fejlen|fejlmeddelelse|fejlmeddelelsen|kode|koden|koder|svar|svaret|respons|responskode|responsen|\
        httpkode|httpstatus|status|returkode|httpfejl",
    came: "returnerede|returnerer|returneret|svarede|svarer|svaret|fik|får|fået|gav|giver|givet|møder|mødte|modtager|sendte|sender|viser|viste|bliver|blev|\
        kaster|siger|ser|så",
    received: "modtaget|modtog|faktisk",
    between: "et|en|med|fra|er|var|din|jeres|vores|butikken|butik|webshop|webshoppen|webshops|netbutikken|serveren|server|siden|websitet|af|på|i|http|som|altid|\
        bare|kun|tilbage|os|dem|de|vi|og|hele|tiden|den|det|nu|uventet|ugyldig|til|ofte|indimellem|konstant",
    goes_on: "når|hvis|på|for|til|fra|i|og|men|da|siden|hver|fordi|som|så|efter|igen|tilbage|af|eller|med|ved|mens|ikke|hele|alle|under|indtil|altid|nogle|der|her|er",
    not: "ikke|ingen|intet|aldrig|end|andet end|i stedet for|forventet|forventede|forventer|kræver|kræves|skal være|skal svare med|skal returnere|undtagen|uden|svare med|returnere|accepterer kun",
    wanted: "forventet|kræves|ventet|tæller|gælder",
    units: "sekunder|sekund|minutter|timer|time|dage|dag|uger|gange|ordrer|ordre|bestillinger|kald|forsøg|kroner|kr|kunder|besøgende|produkter|betalinger|hændelser|leverancer|procent|stk|beskeder|linjer|sider",
    named: "ordre|ordren|ordrenummer|bestilling|bestillingen|faktura|fakturaen|kunde|kundenummer|linje|sag|sagen|telefon|tlf|tel|postnummer|produkt|nr|nummer|version|lokale",
    payment: "kort|kortet|kortbetaling*|betaling*|betalt",
    http: "server|serveren|butikken|butik|webshop*|netbutik*|svarkode*|adresse*|statuskode*|hjemmeside*|respons*|betalingsudbyder*|udbyderen|betalingsgateway*|\
        indløser*",
    call: "kaldet|kald|kaldene|tilbagekald*|underretning*|notifikation*|notifikationen|webhook*|callback*|besked|beskeden|levering*|leverance*|statusopdatering*|betalingsnotifikation*",
    failure: "mislykkedes|mislykket|mislykkes|mislykkede|fejlede|fejlet|fejler|fejl|fejlen|kunne ikke|kan ikke|går ikke|gik ikke|gik galt|afvist|afvistes|afvises|\
        afviste|nægtet|deaktiveret|slået fra|ikke leveres|ikke leveret|problem|problemer|afbrudt|virker ikke|fungerer ikke|virkede ikke|ugyldig|hænger|kan ej|\
        kommer ikke frem|ikke muligt",
    success: "lykkedes|gennemført|leveret|godkendt|fuldført|modtaget",
    redirect: "omdirigering*|omdirigerer|omdirigerede|omdirigeret|omdirigeres|viderestil*|videresend*|sender videre|sendes videre|flyttet permanent",
    reasons: &[
        ("adgang nægtet", 403), ("adgang forbudt", 403), ("ingen adgang", 403), ("forbudt", 403), ("intern serverfejl", 500), ("intern fejl på serveren", 500), ("siden blev ikke fundet", 404), ("siden findes ikke", 404),
        ("tjenesten er ikke tilgængelig", 503), ("tjenesten er utilgængelig", 503), ("tjeneste utilgængelig", 503), ("for mange anmodninger", 429), ("for mange forespørgsler", 429), ("ikke autoriseret", 401),
        ("uautoriseret", 401), ("metoden er ikke tilladt", 405), ("ugyldig anmodning", 400), ("flyttet permanent", 301),
    ],
    dns: "kunne ikke slås op|kunne ikke slå op|domænet blev ikke fundet|domænet findes ikke|domænet kunne ikke|fandt ikke serveren|dns fejl|dns opslag*|\
        navneopslag*|ukendt vært|serveren blev ikke fundet",
    host: "værtsnavnet|værtsnavn|servernavnet|domænenavnet",
    refused: "forbindelsen blev afvist|forbindelse afvist|forbindelsen blev nægtet|forbindelse nægtet|afviste forbindelsen|nægtede forbindelsen",
    reset: "forbindelsen blev nulstillet|forbindelsen blev afbrudt|forbindelsen blev lukket|lukkede forbindelsen|afbrød forbindelsen|tomt svar|forbindelsen røg",
    timeout: "tidsavbrudd|tidsfristen|tidsfrist|tidsgrænse|tidsgrænsen|tog for lang tid|tager for lang tid|svarede ikke i tide|svarer ikke i tide|ikke i tide|\
        ikke inden for|ikke inden|svarede for sent|nåede ikke at svare|timede ud|tidsudløb|tidsoverskridelse|svarer for langsomt",
    unreached: "kunne ikke nås|kan ikke nås|kunne ikke nå|kan ikke nå|når ikke|nåede ikke|intet svar|ikke svar|svarede ikke|svarer ikke|\
        kunne ikke oprette forbindelse|ikke oprettes forbindelse|kunne ikke forbinde|ikke forbinde|ikke forbindelse|ingen forbindelse|ikke tilgængelig|\
        ingen kontakt|ikke kontakt|uden svar|er nede|var nede|forbindelsesfejl|ingen respons|ikke få forbindelse|ikke få fat",
    connection: "forbindelse*|forbinde|oprette forbindelse|kontakt",
    refuses: "nægt*|afvis*",
    breaks: "afbrudt|lukket|nulstillet|brudt",
    tls: "certifikat|certifikatet|certifikatets|certifikatfejl|ssl certifikat*|sikker forbindelse|håndtryk*|certifikat*",
    tls_faults: "udløbet|er udløbet|udløb|ugyldigt|ugyldig|ikke gyldigt|passer ikke|stemmer ikke|matcher ikke|ikke betroet|ikke tillid|selvsigneret|mangler|ufuldstændig*|for gammel|kunne ikke verificeres|kan ikke verificeres|ikke bekræftes|understøttes ikke",
    body: "svar|svartekst|indhold|besked|meddelelse|respons",
    stopped: "blokeret|blokerer|blokeres|blokerede|spærret|spærrer|stoppet|stopper|udelukket",
    stoppers: "firewallen|firewall|firewalls|firewall*",
    shop: "hjemmeside|hjemmesiden|butik|butikken|webshop|webshoppen|netbutik|domæne|domænet",
    unfit: "ugyldig signatur|forkert signatur|signaturen er ugyldig|signaturen passer ikke|signaturen stemmer ikke|ugyldig hash|ordren blev ikke fundet|\
        ordre ikke fundet|ordren findes ikke|fandt ikke ordren|ingen ordre fundet|ukendt ordre|checksum stemmer ikke|checksummen stemmer ikke|\
        checksum passer ikke|checksum matcher ikke|kontrolsummen stemmer ikke|signatur stemmer ikke",
    unaddressed: "ingen callback adresse|ingen callback url|ingen webhook er|webhook mangler|callback adresse mangler|skal bruge https|skal begynde med https|\
        callback url mangler",
    code_column: "statuskode|svarkode|responskode|http status|http kode|fejlkode|httpstatus|http statuskode|svar|kode|respons|seneste svarkode|resultatkode",
};
