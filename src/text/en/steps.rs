//! Remedies, second part: the steps of each cause that hold whatever else is known.

use crate::probe::TlsFault;
use crate::report::CauseId;
use crate::verdict::Variant;

/// Under "What to do", numbered. Menus of WordPress and WooCommerce by their English names.
#[expect(clippy::too_many_lines, reason = "one entry for each cause")]
pub(super) fn steps(cause: CauseId) -> &'static [&'static str] {
    match cause {
        CauseId::NotPublic => &[
            "Check the shop at the address that its customers use.",
            "If {host} is a test copy on your own computer or network, no provider can call it: \
                test on a public staging site over https, or give the copy a public address with a \
                tunnel.",
            "With a tunnel, enter its https address under Settings → General as WordPress Address \
                (URL) and Site Address (URL) while you test.",
        ],
        CauseId::Unreachable => &[
            "Open {home} on a phone without Wi-Fi. If it does not open there, the shop is down for \
                everyone: call your host.",
            "In the settings of your domain (DNS), compare the A and AAAA records of {host} with those that your \
                host names. A forgotten AAAA record sends some callers astray.",
            "If the shop opens for you, a firewall may still drop other callers: look there, or \
                let your host look.",
        ],
        CauseId::TlsBroken => &[
            "In your hosting panel, renew the certificate. It must cover exactly {host}.",
            "Have the certificate installed with its whole chain: browsers may find a missing part by themselves, the \
                provider's servers usually do not.",
            "Test {host} from outside with an SSL test, such as SSL Labs, until it names no fault.",
        ],
        CauseId::NotWoocommerce => &[
            "Open the checkout of your shop and start the check there: the shop may live in a \
                folder or under another name than {host}.",
            "If the storefront runs apart from WordPress, check the address of WordPress itself. \
                That is where the provider calls.",
            "If WooCommerce should answer at {home}, open Plugins → Installed Plugins in WordPress \
                and activate it.",
        ],
        CauseId::WoocommerceInactive => &[
            "In WordPress, open Plugins → Installed Plugins and activate WooCommerce.",
            "Then open Settings → Permalinks and press Save Changes, so that WordPress learns \
                WooCommerce's addresses.",
            "If WooCommerce is active, read the newest fatal-errors log under WooCommerce → Status \
                → Logs.",
        ],
        CauseId::GatewayInactive => &[
            "In WordPress, open Plugins → Installed Plugins, activate {gateway} and update it if \
                an update is offered.",
            "If it is active, compare the address in the provider's log with {url}: older versions \
                used other names.",
            "If several shops share this WordPress, make sure that {home} is the shop that sells.",
        ],
        CauseId::PlainPermalinks => {
            &["In WordPress, open Settings → Permalinks, choose Post name and press Save Changes."]
        }
        CauseId::PathinfoPermalinks => &[
            "In WordPress, open Settings → Permalinks. Choose Post name, or take index.php/ out of \
                the custom structure, and press Save Changes.",
        ],
        CauseId::RewriteNotServed => &[
            "In WordPress, open Settings → Permalinks and press Save Changes. Where it may, \
                WordPress then writes the missing rules.",
        ],
        CauseId::StaleRewriteRules => &[
            "In WordPress, open Settings → Permalinks and press Save Changes, without changing \
                anything.",
            "If the fault comes back, an update or a plugin brings it back: note what was updated before, and save \
                again after each update, or use the command below.",
        ],
        CauseId::LanguagePrefixRequired
        | CauseId::Redirected
        | CauseId::Blocked
        | CauseId::Challenge => &[],
        CauseId::LanguagePrefixAdded => &[
            "In firewall, cache and redirect rules, let every path through that contains /wc-api/, \
                not only those that begin with it: here {paths}.",
        ],
        CauseId::LanguageRedirect => &[
            "Where redirects by language or country can have exceptions, exempt every path that \
                contains /wc-api/.",
        ],
        CauseId::HttpHomeUrl => &[
            "In WordPress, open Settings → General, make WordPress Address (URL) and Site Address \
                (URL) begin with https:// and press Save Changes. If a CDN or load balancer such as \
                Cloudflare stands in front, do the next step first, or the shop may go in circles.",
            "With a CDN or load balancer in front: have the lines below put into wp-config.php. In \
                Cloudflare, usually under SSL/TLS, choose Full (strict), not Flexible.",
            "Replace old http addresses in the database: make a backup, and use a \
                search-and-replace plugin or the command below, first as it stands, then without \
                --dry-run.",
            "For your developer: address fields that are grey there are set in wp-config.php, as WP_HOME \
                and WP_SITEURL.",
        ],
        CauseId::MixedContent => &[
            "In WordPress, open Settings → General and make sure that both addresses begin with \
                https://.",
            "Replace old http addresses in the database: make a backup, and use a \
                search-and-replace plugin or the command below, first as it stands, then without \
                --dry-run.",
            "What remains stands in the theme, a page builder or a widget. The evidence names each \
                place.",
        ],
        CauseId::CallerBlocked => &[
            "Look for rules against bots or User-Agents: in your security plugin, in the CDN, at the host, in \
                .htaccess or nginx.",
        ],
        CauseId::PostRefused => {
            &["Ask your host which rule refuses POST requests without content at this address."]
        }
        CauseId::RateLimited => &[
            "Find the limit: a security plugin, the CDN, the web server or the host may set it. \
                Wait for the time that the answer names before you check again.",
        ],
        CauseId::LoginWall => &[
            "Take the password off for {paths}. In hosting panels it is usually under Directory \
                privacy, Password protection or Staging.",
            "If that is not possible, test payments on a site without a password.",
        ],
        CauseId::Maintenance => &[
            "If an update is running, wait ten minutes and check again.",
            "If it stays, delete the file .maintenance in WordPress's folder with the file manager \
                of your hosting panel.",
            "If a plugin, the host's panel, the CDN or a rule of the web server shows the page, end it \
                there, or exempt {paths}.",
        ],
        CauseId::RestLocked => &[
            "In WordPress, open Plugins → Installed Plugins and find what closes the REST API: a plugin that \
                disables it for visitors, or your security plugin.",
            "In its settings, allow visitors the addresses that begin with {rest}.",
        ],
        CauseId::ServerError => &[
            "In WordPress, open WooCommerce → Status → Logs and read the newest fatal-errors log: \
                it names the plugin or file.",
            "Update or deactivate that plugin, and undo the last change before the orders stayed \
                pending.",
        ],
        CauseId::CachedCallback => &[
            "Exclude {paths} from every cache: the cache plugin, the host's cache, the CDN. In \
                LiteSpeed Cache this is usually Cache → Excludes → Do Not Cache URIs; in \
                Cloudflare a Cache Rule with the action Bypass cache.",
            "Empty all caches, then check again.",
        ],
        CauseId::SlowAnswer => &[
            "In WordPress, look at WooCommerce → Status → Scheduled Actions for a long queue. Then check again \
                twice: the first call after a pause is often slower than the rest.",
            "If it stays slow, let your developer find out on a copy of the shop which plugin takes the time. A \
                page cache does not help here.",
        ],
        CauseId::PluginOutdated => {
            &["Make a backup, open Plugins → Installed Plugins in WordPress and update {gateway}."]
        }
        CauseId::CallbackAddressWrong => &[
            "In the provider's portal, compare the address on file with the shop's own, sign by \
                sign: name, https, www, folder, and the slash at the end.",
            "Save the payment plugin's settings once more, so that it hands its address to the \
                provider anew, or correct it in the portal.",
        ],
        CauseId::GatewayRefused => &[
            "In the payment plugin's settings, compare test or live mode, the keys and the webhook \
                secret with those in the provider's portal.",
            "Read the plugin's own log under WooCommerce → Status → Logs at the time of the call: \
                it usually names what did not fit.",
        ],
        CauseId::OutboundFailed => &[
            "Send the log line to your host: the server must be able to reach the provider's \
                address over https, with a working name server and current certificates.",
            "In WordPress, open Tools → Site Health and read what it says of outgoing requests.",
        ],
        CauseId::OutputBeforeAnswer => &[
            "In wp-config.php, set WP_DEBUG_DISPLAY to false, so that notices go to a log and not \
                into pages.",
            "Update or deactivate what prints: the evidence quotes it, with plugin, file and line where it names \
                them.",
            "A mark or blank line before the answer comes from a PHP file saved with one: a \
                snippet plugin or the theme's functions.php.",
        ],
        CauseId::Undetermined => &[
            "Use the browser extension on a page of the shop: it may read what a web page may not.",
            "Or run the command below in a terminal and paste its answer here.",
        ],
        CauseId::Healthy => &[
            "Orders still pending? Compare with the provider's portal. Where no payment stands \
                there, the shopper left, and pending is right.",
            "The call arrived and the order is still pending: look at WooCommerce → Status → Scheduled Actions, and \
                at Tools → Site Health for loopback requests.",
            "No call arrived: ask the provider which answer its last callback got. A firewall may refuse the \
                provider's servers and not you. The command below repeats the call from here.",
        ],
    }
}

/// WordPress does not see that visitors come over https.
pub(super) const PROXY_NOT_TOLD: &[&str] = &[
    "Have what stands in front of the shop (a CDN, proxy or load balancer) send the header X-Forwarded-Proto: \
                https.",
    "Put the lines below into wp-config.php, above the line that says to stop editing, so that WordPress trusts \
                that header.",
    "The addresses in the database are https already: nothing needs to be replaced there.",
];

/// Steps of one case of a cause, in the place of the cause's own.
pub(super) fn case_steps(case: Variant) -> Option<&'static [&'static str]> {
    Some(match case {
        Variant::NotAsked => LAST_DELIVERIES,
        Variant::CallsNotKnown => &[
            "In the payment plugin's settings, see whether it shows a webhook or callback address. If it does, check again with \
                that address.",
            "In the provider's portal, look whether calls to the shop are listed, and which answer they got.",
        ],
        Variant::NeverCalled => &[
            "Orders still pending? Compare with the provider's portal. Where no payment stands there, the shopper left, and \
                pending is right.",
            "Where the payment stands there, read the plugin's own log under WooCommerce → Status → Logs at that time.",
        ],
        Variant::PathOpen | Variant::NobodyUnderName => &[
            "In the provider's portal, look at the last deliveries: which address was called, and which answer came.",
            "In the payment plugin's settings, see whether it is switched on and connected; many plugins show there \
                whether their webhook works.",
            "If the shop sells with Kustom Checkout, put a product into the cart and start the check on the \
                checkout page.",
        ],
        Variant::EveryNameAnswers => &[
            "Empty every cache: the cache plugin, the host's cache, the CDN. Then check again.",
            "Ask your host whether a cache or a fixed answer stands before addresses such as {paths}.",
        ],
        Variant::NobodyOffered => &[
            "In WordPress, open Plugins → Installed Plugins and activate the payment plugin.",
            "Then open WooCommerce → Settings → Payments and switch its payment method on.",
            "Open the checkout again: the method must be in the list. Then check again.",
        ],
        Variant::AnswersChange => &[
            "Check again two or three times, some minutes apart, and note which answers come.",
            "Ask your host whether several servers answer for {host}, and to compare their settings: rules, plugins, \
                permalinks, PHP.",
            "If a limit on requests or a firewall comes and goes, its log names the times: compare them with the lost \
                callbacks.",
        ],
        Variant::CallersDiffer => &[
            "Wait some minutes and check again.",
            "Look in the firewall's or CDN's log whether calls to {paths} were refused at the time of lost \
                callbacks.",
        ],
        Variant::HiddenByRule => &[
            "Look for a rule about {paths}: in .htaccess, in the nginx configuration, in the CDN's rules, in a security \
                plugin's list of hidden addresses.",
            "Take it out, or let exactly {paths} through to WordPress.",
            "Saving the permalinks changes nothing here: other addresses reach WordPress by the same rules.",
        ],
        Variant::Dropped => &[
            "Ask your host whether a firewall closes connections for {paths}, or for POST requests without a body.",
            "If a CDN stands before the shop, look at its security events at the time of the check.",
        ],
        Variant::StatusPrintedOver => &[
            "In wp-config.php, set WP_DEBUG_DISPLAY to false, so that notices go to a log and not into pages.",
            "A mark or blank line before the answer comes from a PHP file saved with one: a snippet plugin or the theme's \
                functions.php. Save that file as UTF-8 without a byte order mark.",
            "Then check again: whether {gateway} listens can be told as soon as nothing prints before the answer.",
        ],
        Variant::BrokenOff => &[
            "Check again: a connection may break once.",
            "If it stays, switch off compression of pages in the caching plugin or at the host and check again: an answer \
                that is packed twice or labelled wrongly cannot be read.",
            "Ask your host why the answer at {paths} breaks off before its end.",
        ],
        Variant::Tls(fault) => tls(fault),
        Variant::UnseenFromSite
        | Variant::HealthyListed
        | Variant::RestCallbackClosed
        | Variant::NotRegistered
        | Variant::PageGotNothing
        | Variant::NotArrived
        | Variant::RefusedByAddress
        | Variant::AnswersInstead
        | Variant::SlowerThanProvider => return None,
    })
}

const fn tls(fault: TlsFault) -> &'static [&'static str] {
    match fault {
        TlsFault::Expired => &[
            RENEW,
            "If it should renew by itself, ask your host why it did not: often the name leads elsewhere by now, \
                or a redirect or password hides what the authority asks for.",
            SSL_TEST,
        ],
        TlsFault::NotYetValid => &[
            CLOCK,
            "Ask your host to install a certificate for {host} that is valid now.",
        ],
        TlsFault::OutOfDate => &[RENEW, CLOCK, SSL_TEST],
        TlsFault::WrongName => &[
            "In your hosting panel, issue a certificate that covers exactly {host}. A name with www and the same \
                without are two names.",
            "If the shop moved or got another name, see in WordPress under Settings → General that both addresses \
                have the name that visitors use.",
            SSL_TEST,
        ],
        TlsFault::SelfSigned => &[PUBLIC_AUTHORITY, INSPECTED],
        TlsFault::IncompleteChain => &[FULL_CHAIN, SSL_TEST],
        TlsFault::UnknownIssuer => &[
            FULL_CHAIN,
            "If its maker is no public authority, replace the certificate by one of a public authority, such as \
                Let's Encrypt, for exactly {host}.",
            INSPECTED,
        ],
        TlsFault::Revoked => &[
            "Ask your host to issue a new certificate for {host}, with a new key, and to say why the old one was \
                withdrawn.",
            SSL_TEST,
        ],
        TlsFault::OldProtocol => &[
            "Ask your host to switch TLS 1.2 and 1.3 on for {host}.",
            "On a server of your own: nginx needs ssl_protocols TLSv1.2 TLSv1.3; and Apache SSLProtocol -all \
                +TLSv1.2 +TLSv1.3 for this site.",
            SSL_TEST,
        ],
        TlsFault::NothingInCommon => &[
            "If a CDN stands in front of the shop, see there that it has a certificate for exactly {host}: \
                without one it breaks off like this.",
            "Ask your host to allow TLS 1.2 and 1.3 with today's usual ciphers for {host}.",
            SSL_TEST,
        ],
        TlsFault::ClientCertificate => &[
            "Look where such certificates are asked for: at Cloudflare under SSL/TLS → Client Certificates and as \
                API Shield rules, in nginx as ssl_verify_client, in Apache as SSLVerifyClient. Switch it off, or \
                leave {paths} out.",
            "If the server shall hear Cloudflare alone (Authenticated Origin Pulls), the DNS records of {host} \
                must lead to Cloudflare and not to the server.",
        ],
        TlsFault::NotTls => &[
            SSL_ON,
            "On a server of your own: nginx needs the word ssl in listen 443 ssl; and Apache SSLEngine on in the \
                part for port 443.",
            SSL_TEST,
        ],
        TlsFault::PortClosed => &[
            SSL_ON,
            "If https works for you, a firewall may close port 443 for other networks: ask your host to open it \
                for everybody.",
            SSL_TEST,
        ],
    }
}

const LAST_DELIVERIES: &[&str] = &[
    "In the provider's portal, look at the last deliveries: which address was called, and which answer came.",
    "In the payment plugin's settings, see whether it is switched on and connected; many plugins show there whether their \
        webhook works.",
];
const CLOCK: &str = "Compare the clock of this computer with the right time: with a wrong one every certificate looks like this.";
const INSPECTED: &str = "If another network sees a certificate by a public authority, a virus scanner or a company's network puts its own in between here: check again from there.";
const SSL_TEST: &str =
    "Test {host} from outside with an SSL test, such as SSL Labs, until it names no fault.";
const RENEW: &str =
    "In your hosting panel, open the SSL certificates and renew the one for {host}.";
const FULL_CHAIN: &str = "In your hosting panel, install the certificate again together with its intermediate certificates; the field is often called CA bundle or chain. On a server of your own, use the file that holds the whole chain: of Let's Encrypt fullchain.pem, not cert.pem.";
const PUBLIC_AUTHORITY: &str = "In your hosting panel, replace the certificate by one of a public authority, such as Let's Encrypt, for exactly {host}.";
const SSL_ON: &str =
    "In your hosting panel, switch SSL on for {host}, and issue a certificate there.";
