//! Swedish.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "statuskod|statuskoden|statuskoder|svarskod|svarskoden|svarskoder|felkod|felkoden|felkoder|felet|fel|felen|felmeddelande|felmeddelandet|svar|svaret|kod|koden|\
        koder|httpkod|httpstatus|status|statusen|returkod|httpsvar|svarsstatus|httpfel",
    came: "returnerade|returnerar|returnerat|returnera|svarade|svarar|svarat|fick|får|fått|gav|ger|gett|möts|möttes|mötte|skickade|skickar|visar|visade|lämnar|\
        lämnade|kastar|kastade|blir|blev|säger|ser|såg|noterar",
    received: "mottaget|mottagen|mottog|faktisk|faktiskt|erhöll",
    between: "ett|en|med|från|är|var|din|er|ert|vår|vårt|butik|butiken|butikens|servern|server|sidan|sajten|webbplatsen|webbutiken|av|på|i|http|som|alltid|bara|\
        tillbaka|oss|dem|de|vi|och|hela|tiden|själva|den|det|nu|sedan|oväntat|ogiltigt|till|ibland|ofta|oftast|då|ständigt|numera",
    goes_on: "när|om|på|för|till|från|i|och|men|då|sedan|varje|eftersom|som|så|efter|igen|tillbaka|av|eller|med|vid|trots|medan|inte|hela|alla|under|tills|idag|igår|alltid|ibland|där|här|är",
    not: "inte|ingen|inget|ej|aldrig|annat än|än|istället för|i stället för|förväntade|förväntat|förväntades|förväntar|förväntar oss|utom|kräver|krävs|vill ha|ska vara|måste vara|\
        ska svara med|måste svara med|ska returnera|måste returnera|godkänner bara|kräver statuskod|kräver svar|skulle vara|svara med|returnera",
    wanted: "förväntades|förväntat|krävs|väntades|gäller|räknas",
    units: "sekunder|sekund|sek|minuter|minut|timmar|timme|dagar|dygn|veckor|gånger|ordrar|order|beställningar|anrop|försök|kronor|kr|kunder|besökare|produkter|betalningar|\
        händelser|leveranser|procent|rader|st|styck|meddelanden|köp|aviseringar|sidor",
    named: "order|ordern|ordernummer|beställning|beställningen|faktura|fakturan|kund|kundnummer|rad|ärende|ärendet|telefon|tel|postnummer|produkt|nr|nummer|version|rum",
    payment: "kort|kortet|kortbetalning*|betalning*|betalt",
    http: "server|servern|butiken|butik|svarskod*|webbplats*|webbutik*|sajt*|adress*|statuskod*|betalleverantör*|leverantören|betaltjänst*|betalväxel*",
    call: "anrop*|avisering*|återkoppling*|återanrop*|återrop*|webhook*|callback*|notis|notiser|notifiering*|push anrop*|notifikation*|leverans*|statusuppdatering*|betalningsavisering*",
    failure: "misslyckades|misslyckats|misslyckas|misslyckade|misslyckat|misslyckad|misslyckande|fel|felet|felaktig|kunde inte|kan inte|går inte|gick inte|gått fel|\
        gick fel|nekades|nekad|nekat|avvisades|avvisad|avvisat|avslogs|inaktiverad|inaktiverats|inaktiverades|inaktiverat|avstängd|stängts av|inte levereras|\
        inte levererats|problem|avbröts|fungerar inte|fungerade inte|utan framgång|fastnar|fastnat|ogiltig|ogiltigt|går ej|kommer inte fram|når inte fram",
    success: "lyckades|lyckad|lyckat|levererad|levererat|levererades|godkänd|mottagen|klar|slutförd",
    redirect: "omdirigering*|omdirigerar|omdirigerade|omdirigeras|omdirigerades|skickar vidare|skickas vidare|skickades vidare|vidarebefordra*|vidarebefordras|flyttad permanent",
    reasons: &[
        ("åtkomst nekad", 403), ("åtkomst nekas", 403), ("åtkomst förbjuden", 403), ("förbjuden", 403), ("internt serverfel", 500), ("internt fel på servern", 500),
        ("sidan hittades inte", 404), ("sidan kunde inte hittas", 404), ("hittades inte på servern", 404), ("tjänsten är inte tillgänglig", 503), ("tjänsten otillgänglig", 503),
        ("för många förfrågningar", 429), ("för många anrop", 429), ("felaktig gateway", 502), ("ej behörig", 401), ("obehörig", 401), ("metoden tillåts inte", 405),
        ("metoden är inte tillåten", 405), ("felaktig begäran", 400), ("ogiltig begäran", 400), ("flyttad permanent", 301),
    ],
    dns: "kunde inte slås upp|kunde inte slå upp|går inte att slå upp|domännamnet kunde inte|domänen kunde inte|domänen hittades inte|hittade inte värden|\
        hittade inte servern|dns fel|dns uppslagning*|namnuppslagning*|okänd värd|servern kunde inte hittas|servern hittades inte",
    host: "värdnamnet|värdnamn|servernamnet|domännamnet",
    refused: "anslutningen nekades|anslutning nekad|anslutning nekades|anslutningen avvisades|anslutning avvisad|nekade anslutningen|vägrade anslutningen|anslutningen vägrades|avvisade anslutningen",
    reset: "anslutningen återställdes|anslutningen stängdes|anslutningen bröts|anslutningen avbröts|stängde anslutningen|bröt anslutningen|avbröt anslutningen|tomt svar|förbindelsen bröts|\
        kopplade ner|kopplades ner|anslutningen har återställts",
    timeout: "tidsgräns|tidsgränsen|tidsgränser|tog för lång tid|tar för lång tid|svarade inte i tid|svarar inte i tid|inte i tid|tidsavbrott|tidsavbrottet|\
        tidsutlösning|inte inom|tidsfristen|svarade för sent|hann inte svara|time out|maxtid*|tajmade ut|timade ut|svarade för långsamt|svarar för långsamt",
    unreached: "kunde inte ansluta|kan inte ansluta|att ansluta till|kunde inte nås|kan inte nås|kunde inte nå|kan inte nå|inte nåbar|gick inte att nå|går inte att nå|inget svar|svarade inte|\
        svarar inte|ingen kontakt med|når inte|nådde inte|ej nåbar|onåbar|inte kontakt|ingen anslutning|inte upprätta|utan svar|fick ej kontakt|inte åtkomlig|är nere|var nere|anslutningsfel",
    connection: "anslutning*|uppkoppling*|ansluta|koppla upp|kontakt|förbindelse*",
    refuses: "nekad*|nekat|avvis*|vägra*",
    breaks: "bröts|avbröts|stängdes|återställdes|avbruten|bruten",
    tls: "certifikat|certifikatet|certifikatets|certifikatfel|ssl certifikat*|tls anslutning*|säker anslutning|handskakning*|certifikat*",
    tls_faults: "utgått|gått ut|gick ut|utgånget|ogiltigt|ogiltig|inte giltigt|stämmer inte|matchar inte|inte betrott|ej betrott|självsignerat|saknas|ofullständig*|för gammal|kan inte verifieras|kunde inte verifieras|stöds inte",
    body: "svar|svarstext|innehåll|meddelande|svarsinnehåll|svarskropp",
    stopped: "blockerad|blockerades|blockerat|blockerar|blockerade|blockeras|spärrad|spärrades|spärrat|stoppad|stoppades|stoppar",
    stoppers: "brandvägg|brandväggen|brandväggar|brandväggs*|landsblock*",
    shop: "webbplats|webbplatsen|butik|butiken|webbutik|vår butik|sajt|sajten|domän|domänen",
    unfit: "ogiltig signatur|felaktig signatur|fel signatur|signaturen är ogiltig|signaturen stämmer inte|signaturen är felaktig|ogiltig hash|\
        ordern hittades inte|ordern kunde inte hittas|hittade inte ordern|ingen order hittades|order saknas|okänd order|order hittades inte|\
        checksumman stämmer inte|checksum stämmer inte|kontrollsumman stämmer inte|signatur stämmer inte|signatur ogiltig",
    unaddressed: "ingen callback adress|ingen callbackadress|ingen webhook adress|ingen webhook är|ingen adress för callback|callback adress saknas|webhook saknas|\
        adressen måste börja med https|måste använda https|adressen saknas",
    code_column: "statuskod|svarskod|http status|http kod|felkod|httpstatus|http statuskod|svar|kod|svarsstatus|http svar|senaste svarskod|resultatkod",
};
