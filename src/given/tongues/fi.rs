//! Finnish.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "tila|tilan|tilalla|tilaa|status|statuksen|statuksella|virhe|virheen|virheellä|virhettä|virheet|virheitä|virhekoodi|virhekoodin|virhekoodilla|virhekoodia|tilakoodi|tilakoodin|tilakoodilla|tilakoodia|\
        koodi|koodin|koodilla|koodia|vastaus|vastauksen|vastauksella|vastausta|vastauksena|vastauskoodi|vastauskoodin|vastauskoodilla|vastauskoodia|statuskoodi|statuskoodin|statuskoodilla|\
        paluukoodi|paluukoodin|virheilmoitus|virheilmoituksen|virheviesti",
    came: "palautti|palauttaa|palauttanut|palauttavat|vastasi|vastaa|vastannut|vastaavat|antoi|antaa|saa|sai|saamme|saavat|saivat|saimme|saada|näyttää|näkyy|\
        tulee|tuli|heittää|lähetti|näkee|näkevät|näemme",
    received: "saatu|saatiin|todellinen|vastaanotettu",
    between: "on|oli|palvelimelta|palvelin|palvelimen|kaupan|kaupalta|kauppa|kauppamme|kauppanne|verkkokauppa|verkkokaupan|verkkokaupalta|verkkokauppamme|sivusto|\
        sivuston|http|aina|vain|vastaukseksi|meiltä|teiltä|heiltä|takaisin|ja|se|ne|nyt|odottamaton|virheellinen|joskus|usein|välillä|toisinaan|jatkuvasti",
    goes_on: "kun|jos|ja|mutta|koska|että|joka|jokaiseen|jälkeen|uudelleen|takaisin|tai|kutsuessaan|kutsuttaessa|kutsussa|kutsuun|kutsuista|ilmoitukseen|ilmoituksiin|ilmoituksista|meiltä|palvelimelta|aina|vaikka|ei|jatkuvasti|osoitteesta|joskus|on",
    not: "ei|eikä|kuin|muu kuin|odotettu|odotettiin|odotetaan|ilman|pitäisi olla|täytyy olla|vaaditaan|vaadimme|tulee olla|pitää olla|tulee vastata|pitää vastata|edellyttää|hyväksytään vain",
    wanted: "sijaan|sijasta|odotettiin|vaaditaan|odotettu|lasketaan",
    units: "sekuntia|sekunnin|sekunnissa|minuuttia|minuutin|tuntia|tunnin|päivää|päivän|kertaa|kerran|tilausta|tilauksen|yritystä|yrityksen|euroa|eur|asiakasta|kävijää|tuotetta|maksua|tapahtumaa|prosenttia|kpl|riviä|viestiä|kutsua|sivua",
    named: "tilaus|tilauksen|tilausnumero|lasku|laskun|laskunumero|asiakas|asiakasnumero|rivi|tapaus|puhelin|puh|postinumero|tuote|nro|numero|versio|huone",
    payment: "kortti|kortin|korttimaksu*|maksu*|maksettu",
    http: "palvelin*|kauppa|kaupan|kauppamme|kauppaamme|verkkokauppa*|tilakoodi*|vastauskoodi*|osoite|osoitteeseen|sivusto*|maksupalvelu*|maksunvälittäj*|\
        palveluntarjoaja*",
    call: "ilmoitu*|kutsu*|takaisinkutsu*|rajapinta*|webhook*|callback*|palautekutsu*|maksuilmoitu*|toimitu*|toimittaminen|tilapäivity*|notifikaatio*",
    failure: "epäonnistui|epäonnistunut|epäonnistuneet|epäonnistuivat|epäonnistuu|epäonnistuvat|epäonnistunutta|virhe|virheen|virheellinen|virhekoodi|virheellä|\
        virheitä|virheet|ei voitu|ei voida|ei voi|ei onnistunut|ei onnistu|hylättiin|hylätty|hylkäsi|estettiin|evättiin|poistettu käytöstä|ei toimitettu|\
        ei toimi|ei toiminut|ongelma|ongelmia|keskeytyi|katkesi|ei mennyt|ei päässyt|jumissa|jäävät odottamaan|ei pysty|eivät onnistu|ei mene perille|\
        ei saavu",
    success: "onnistui|onnistunut|toimitettu|hyväksytty|valmis|vastaanotettu",
    redirect: "uudelleenohja*|uudelleenohjau*|ohjaa eteenpäin|ohjaa uudelleen|ohjasi uudelleen|ohjataan|siirretty pysyvästi",
    reasons: &[
        ("pääsy estetty", 403), ("pääsy kielletty", 403), ("pääsy evätty", 403), ("kielletty", 403), ("sisäinen palvelinvirhe", 500), ("palvelimen sisäinen virhe", 500), ("sivua ei löytynyt", 404), ("sivua ei löydy", 404),
        ("palvelu ei ole käytettävissä", 503), ("palvelu ei käytettävissä", 503), ("liikaa pyyntöjä", 429), ("liian monta pyyntöä", 429), ("ei valtuutettu", 401), ("menetelmä ei ole sallittu", 405), ("virheellinen pyyntö", 400),
        ("siirretty pysyvästi", 301),
    ],
    dns: "verkkotunnusta ei|verkkotunnus ei|palvelinta ei löydy|palvelinta ei löytynyt|osoitetta ei löydy|osoitetta ei löytynyt|nimipalvelu*|dns virhe|dns haku|\
        nimeä ei|tuntematon isäntä",
    host: "isäntänimeä|isäntänimi|palvelimen nimeä|verkkotunnusta|verkkotunnus",
    refused: "yhteys evättiin|yhteys evätty|yhteys hylättiin|yhteys hylätty|yhteys estettiin|hylkäsi yhteyden|epäsi yhteyden|torjui yhteyden|yhteys torjuttiin|kieltäytyi yhteydestä",
    reset: "yhteys katkesi|yhteys katkaistiin|yhteys suljettiin|yhteys keskeytyi|yhteys nollattiin|katkaisi yhteyden|sulki yhteyden|tyhjä vastaus|yhteys sulkeutui",
    timeout: "aikakatkaisu|aikakatkaisun|aikakatkaisuun|aikakatkaistiin|aikakatkaistu|aikakatkaisuja|aikaraja|aikarajan|aikarajassa|kesti liian kauan|\
        kestää liian kauan|määräajassa|aika loppui|aika ylittyi|vastannut ajoissa|vastaa ajoissa|vastannut määräajassa",
    unreached: "ei vastausta|ei vastannut|ei vastaa|ei saatu yhteyttä|ei saada yhteyttä|ei saa yhteyttä|emme saa yhteyttä|emme saaneet yhteyttä|ei saanut yhteyttä|yhteyttä ei|yhteyden muodostaminen|ei tavoitettavissa|ei tavoitettu|ei tavoita|ei saavutettu|ei saavutettavissa|emme tavoita|emme tavoittaneet|\
        ei yhteyttä|yhteysvirhe|muodostaa yhteyttä|ilman vastausta|oli alhaalla|ei saatu vastausta",
    connection: "yhtey*|yhdistää|yhdistäminen",
    refuses: "evätt*|eväsi|hylät*|hylkäsi|torju*|epäsi",
    breaks: "katkesi|katkaistiin|suljettiin|keskeytyi|katkaisi|sulki",
    tls: "varmenne|varmenteen|varmennetta|varmenteessa|sertifikaatti|sertifikaatin|ssl varmenne*|suojattu yhteys|kättely*|varmen*|sertifikaa*",
    tls_faults: "vanhentunut|vanhentui|vanheni|erääntynyt|umpeutunut|virheellinen|ei kelpaa|ei ole voimassa|ei voimassa|ei täsmää|ei vastaa|ei luoteta|itse allekirjoitettu|puuttuu|puutteelli*|liian vanha|ei voitu vahvistaa|ei voitu tarkistaa|ei tueta",
    body: "vastaus|sisältö|viesti|vastauksen sisältö|vastausteksti",
    stopped: "estetty|esti|estää|estettiin|estänyt|torjuttu|torjui|kielletty",
    stoppers: "palomuuri|palomuurin|palomuurit|palomuuri*",
    shop: "verkkokauppa|verkkokaupan|kauppa|kaupan|sivusto|sivuston|kauppamme|verkkotunnus",
    unfit: "virheellinen allekirjoitus|väärä allekirjoitus|allekirjoitus ei täsmää|allekirjoitus on virheellinen|allekirjoituksen tarkistus epäonnistui|\
        virheellinen tiiviste|tilausta ei löytynyt|tilausta ei löydy|tuntematon tilaus|tilausta ei ole|tarkistussumma ei täsmää|\
        tarkistussumma on virheellinen|allekirjoitus on väärä",
    unaddressed: "takaisinkutsun osoitetta ei ole|callback osoitetta ei ole|ilmoitusosoite puuttuu|callback osoite puuttuu|webhook osoite puuttuu|täytyy käyttää https|\
        täytyy alkaa https",
    code_column: "tilakoodi|vastauskoodi|http tila|http koodi|virhekoodi|httpstatus|http status|http tilakoodi|vastaus|koodi|statuskoodi|viimeisin vastauskoodi",
};
