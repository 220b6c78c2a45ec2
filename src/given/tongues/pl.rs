//! Polish.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "błąd|błędu|błędem|błędy|błędów|błędami|błędzie|kod|kodem|kodu|kody|kodów|odpowiedź|odpowiedzi|odpowiedzią|status|statusem|statusu|statusy|komunikat|komunikatem|httpcode|przekierowaniem|przekierowanie",
    came: "zwrócił|zwróciła|zwraca|zwróciło|zwracają|zwrócono|zwracany|odpowiedział|odpowiedziała|odpowiada|odpowiadają|odpowiedzieli|dostaje|dostają|dostajemy|dostał|dostała|dostaliśmy|otrzymuje|otrzymują|otrzymujemy|otrzymał|otrzymała|otrzymaliśmy|otrzymano|odebrano|pokazuje|wyświetla|wysyła|wysłał|daje|rzuca|kończy|zakończyło|zakończyła|zakończył|widzimy|widzi|skończyło|wynosi",
    received: "otrzymano|otrzymany|otrzymana|uzyskano|przyszło|przyszedł",
    between: "z|ze|od|jest|był|było|to|serwera|serwer|sklepu|sklep|nasz|nasza|naszego|wasz|twój|państwa|się|na|w|http|zawsze|tylko|nam|im|i|strony|strona|witryny|\
        ten|sam|o|teraz|nieoczekiwany|nieprawidłowy|ich|wciąż|ciągle|jako|czasami|często|czasem|stale|zazwyczaj",
    goes_on: "gdy|kiedy|jeśli|jeżeli|na|dla|do|z|ze|od|w|we|i|a|ale|przy|po|co|bo|ponieważ|który|która|więc|ponownie|przez|lub|podczas|nie|za|każde|każdy|przed|mimo|zamiast|zawsze|czasami|jest|kiedy|gdyż",
    not: "nie|zamiast|niż|inny niż|inna niż|inne niż|oczekiwano|oczekiwany|oczekiwana|oczekuje|oczekujemy|oczekiwaliśmy|bez|musi być|powinien być|powinna być|\
        musi zwrócić|powinien zwrócić|wymagamy|wymagany|wymagana|oprócz|akceptujemy tylko|pomiędzy|między|nigdy|odpowiedzieć kodem|zwrócić kod|poprawny",
    wanted: "oczekiwano|wymagany|wymagane|oczekiwany|wymagana|oczekiwane",
    units: "sekund|sekundy|sekundach|sek|minut|minuty|minutach|godzin|godziny|godzinach|dni|dniach|tygodni|razy|raz|zamówień|zamówienia|prób|próby|próbach|zł|zl|złotych|pln|euro|klientów|odwiedzin|produktów|płatności|zdarzeń|procent|szt|sztuk|wierszy|wiadomości|żądań|zapytań|powiadomień|stron",
    named: "zamówienie|zamówienia|zamówieniu|zamówieniem|faktura|faktury|fakturę|klient|klienta|wiersz|linia|zgłoszenie|zgłoszenia|sprawa|telefon|tel|produkt|nr|numer|wersja|wersji|pokój|ul|ulica|id",
    payment: "karta|kartą|karty|płatność|płatności|opłacone|zapłacono|bank*",
    http: "serwer*|sklep|sklepu|sklepem|strona|strony|witryna|adres|adresem|status*|hosting*|url|operator*|bramka*|dostawc*",
    call: "powiadomieni*|powiadomień|wywołani*|wywołuje|webhook*|callback*|notyfikacj*|zwrotn*|ipn|doręczeni*|dostarczeni*|adres zwrotny|odwołani*|zawiadomieni*|urlstatus|url powiadomień",
    failure: "nie powiodło|nie powiodła|nie powiódł|nie powiodły|niepowodzenie|niepowodzeniem|niepowodzenia|nieudane|nieudana|nieudany|nieudanych|nie udało|\
        nie udaje|błąd|błędu|błędem|błędy|błędów|odrzucono|odrzucone|odrzucony|odrzucona|odmowa|odmówił|odmówiono|wyłączony|wyłączone|wyłączona|\
        nie zostało dostarczone|nie zostały dostarczone|nie dostarczone|nie dostarczono|niedostarczone|problem|problemy|problemów|nie działa|nie działają|\
        przerwane|przerwano|nieprawidłowy|nieprawidłowa|nie można|nie możemy|nie mogliśmy|nie mogło|nie może|zablokowane|zawieszone|nie mogą|nie dochodzi|\
        nie dochodzą|nie docierają|nie dociera",
    success: "powodzenie|sukces|dostarczone|dostarczono|przyjęte|zakończone|pomyślnie|udane|udana",
    redirect: "przekierowanie|przekierowania|przekierowaniem|przekierowuje|przekierował|przekierowano|przekierowany|przeniesiono na stałe|przekierowań",
    reasons: &[
        ("odmowa dostępu", 403), ("dostęp zabroniony", 403), ("brak dostępu", 403), ("zabronione", 403), ("zakazane", 403), ("wewnętrzny błąd serwera", 500), ("błąd wewnętrzny serwera", 500), ("nie znaleziono strony", 404), ("strona nie istnieje", 404), ("strony nie znaleziono", 404), ("nie znaleziono", 404),
        ("usługa niedostępna", 503), ("serwis niedostępny", 503), ("zbyt wiele żądań", 429), ("za dużo żądań", 429), ("zbyt wiele zapytań", 429), ("brak autoryzacji", 401), ("nieautoryzowany", 401), ("metoda niedozwolona", 405), ("niedozwolona metoda", 405), ("nieprawidłowe żądanie", 400), ("błędne żądanie", 400),
        ("zła brama", 502), ("przeniesiono na stałe", 301),
    ],
    dns: "nie można rozwiązać|nie udało się rozwiązać|rozwiązać nazwy|rozpoznać nazwy|nieznany host|nie znaleziono hosta|nie znaleziono serwera|\
        nie znaleziono domeny|błąd dns|rozwiązywanie nazw*|rozwiązania nazwy|domena nie istnieje|nie odnaleziono serwera",
    host: "nazwy hosta|nazwa hosta|nazwy domeny|nazwę hosta|nazwy serwera",
    refused: "połączenie odrzucone|połączenie zostało odrzucone|odmowa połączenia|odrzucono połączenie|odrzucił połączenie|odmówił połączenia|połączenia odmówiono|odrzuca połączenie",
    reset: "połączenie zresetowane|połączenie zostało zresetowane|połączenie zerwane|połączenie zostało zerwane|połączenie zamknięte|połączenie zostało zamknięte|połączenie przerwane|połączenie zostało przerwane|przerwał połączenie|zerwał połączenie|zamknął połączenie|pusta odpowiedź|przerwano połączenie|zerwano połączenie|połączenie rozłączone",
    timeout: "przekroczono limit czasu|limit czasu|limitu czasu|przekroczenie czasu|przekroczenia czasu|przekroczono czas|czas oczekiwania|czasu oczekiwania|\
        upłynął czas|zbyt długo|za długo|zbyt późno|przekroczył czas|czas odpowiedzi przekroczony|odpowiedział na czas|odpowiada na czas|\
        odpowiedziała na czas|odpowiada zbyt wolno",
    unreached: "brak odpowiedzi|bez odpowiedzi|nie odpowiada|nie odpowiadał|nie odpowiedział|nie odpowiedziała|nie uzyskano odpowiedzi|nie otrzymano odpowiedzi|nie można połączyć|nie udało się połączyć|nie może się połączyć|nie można się połączyć|nie możemy połączyć|nie możemy się połączyć|nieosiągalny|nieosiągalna|nieosiągalne|niedostępny|niedostępna|brak połączenia|\
        błąd połączenia|nie można nawiązać|nie udało się nawiązać|nie nawiązano|problem z połączeniem|nie mogliśmy się połączyć|nie mogliśmy połączyć|brak kontaktu|nie można skontaktować|nie działa serwer",
    connection: "połączeni*|połączyć|nawiązać|skontaktować",
    refuses: "odrzuc*|odmów*|odmow*",
    breaks: "przerwane|zerwane|zamknięte|zresetowane|przerwał|zerwał|przerwano|zerwano|zamknął",
    tls: "certyfikat|certyfikatu|certyfikatem|certyfikaty|certyfikacie|błąd ssl|błąd tls|błąd certyfikatu|bezpieczne połączenie|połączenie ssl|\
        łańcuch certyfikatów|bezpiecznego połączenia|certyfikat*",
    tls_faults: "wygasł|wygasły|wygasło|wygasłego|wygaśnięcie|nieprawidłowy|nieprawidłowego|nieważny|niewaznego|nie pasuje|niezgodny|niezaufany|samopodpisany|brak pośredniego|brakuje|niekompletny|przestarzały|nie można zweryfikować|nie udało się zweryfikować|nieobsługiwany|nie zgadza się|stracił ważność|utracił ważność|niepowodzenie",
    body: "odpowiedź|treść|wiadomość|zawartość|treść odpowiedzi",
    stopped: "zablokowane|zablokowano|zablokowany|zablokowana|blokuje|blokują|blokowane|zablokował|zablokowała|zbanowany",
    stoppers: "zapora|zaporę|zapory|firewall|wtyczka bezpieczeństwa|wtyczka zabezpieczająca",
    shop: "sklep|sklepu|nasz sklep|strona|witryna|domena|strona główna",
    unfit: "nieprawidłowy podpis|niepoprawny podpis|błędny podpis|zły podpis|podpis jest nieprawidłowy|podpis nie zgadza|podpis niezgodny|weryfikacja podpisu nie|\
        niezgodność podpisu|błędna suma kontrolna|nieprawidłowa suma|nieprawidłowy hash|nie znaleziono zamówienia|zamówienie nie istnieje|\
        zamówienia nie znaleziono|brak zamówienia|nieznane zamówienie|suma kontrolna nie zgadza|niepoprawna suma kontrolna|crc nie zgadza",
    unaddressed: "brak adresu powiadomień|brak adresu webhook|brak adresu zwrotnego|nie ustawiono adresu|nie skonfigurowano adresu|adres powiadomień jest pusty|\
        musi używać https|musi zaczynać się od https",
    code_column: "kod http|kod odpowiedzi|kod statusu|status http|kod|odpowiedź|kod błędu|odpowiedź http|status odpowiedzi|ostatni kod|kod odpowiedzi http|odpowiedź serwera",
};
