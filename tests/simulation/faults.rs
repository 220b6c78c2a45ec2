//! The faults that a shop can have, in the order in which a call meets them, and which cannot occur together.

/// One thing that is wrong with a shop.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Fault {
    PrivateAddress,
    NobodyListens,
    ExpiredCertificate,
    CloudflareChallenge,
    TooManyRequests,
    SiteRefused,
    CallbackRefused,
    AgentRefused,
    // Walls that answer in WooCommerce's place, most of them with a success. They are nobody's product.
    CookieChallenge,
    PasswordForm,
    PortalRedirect,
    DeniedPage,
    RegionRefresh,
    MaintenancePage,
    MaintenanceDown,
    JsonUnauthorized,
    JsonForbidden,
    JsonDenied,
    DeniedCallback,
    EmptyCallback,
    EmptyToPost,
    AcceptedCallback,
    NoContentCallback,
    EdgeCache,
    KeptRedirect,
    BadGateway,
    NoBackend,
    BasicAuth,
    ProxyLoop,
    WwwRedirect,
    SlashRedirect,
    ApiHidden,
    PostRefused,
    PostDropped,
    NoRewriting,
    NotWordPress,
    Maintenance,
    CriticalError,
    BannedPage,
    QtranslateRedirect,
    PlainPermalinks,
    PathinfoPermalinks,
    PolylangPrefix,
    StaleRules,
    WooOff,
    GatewayOff,
    HandlerCrash,
    // From here on the call arrives, and is endangered.
    TranslatedHome,
    SlowPhp,
    HttpStored,
    TlsProxy,
    ProxyUnaware,
    RestClosed,
    RestRouteGone,
    OldGateway,
    AgedGateway,
    // Where it cannot be told whether it arrives.
    OtherGateway,
    Mislabelled,
    AlwaysOk,
    // And what is odd, while the call arrives.
    RestMoved,
    CommentBefore,
    NoticeBefore,
    MarkBefore,
    CommentAfter,
    CutAfter,
    MixedContent,
}

pub(crate) use Fault::*;

impl Fault {
    /// Every fault in the order in which to mend them: what stops a call, from the outside in, since mending an inner one
    /// changes nothing that the provider sees; then what endangers it.
    ///
    /// Where the order is a matter of taste: a challenge, a limit and a refusal all stand at the edge, and mending any of
    /// them is one visit to the same product. What closes the whole site (maintenance, a crash) comes before what closes one
    /// form of the address, since it closes the settings too. WooCommerce comes before permalinks, languages and rules,
    /// since it registers the address when it is switched on; missing rules come before the language's, since they are
    /// missing below every language.
    pub(crate) const ALL: &[Self] = &[
        PrivateAddress,
        NobodyListens,
        ExpiredCertificate,
        CloudflareChallenge,
        TooManyRequests,
        SiteRefused,
        CallbackRefused,
        AgentRefused,
        CookieChallenge,
        PasswordForm,
        PortalRedirect,
        DeniedPage,
        RegionRefresh,
        MaintenancePage,
        MaintenanceDown,
        JsonUnauthorized,
        JsonForbidden,
        JsonDenied,
        DeniedCallback,
        EmptyCallback,
        EmptyToPost,
        AcceptedCallback,
        NoContentCallback,
        EdgeCache,
        KeptRedirect,
        BadGateway,
        NoBackend,
        BasicAuth,
        ProxyLoop,
        WwwRedirect,
        SlashRedirect,
        ApiHidden,
        PostRefused,
        PostDropped,
        Maintenance,
        CriticalError,
        BannedPage,
        NoRewriting,
        NotWordPress,
        WooOff,
        PlainPermalinks,
        PathinfoPermalinks,
        QtranslateRedirect,
        StaleRules,
        PolylangPrefix,
        GatewayOff,
        HandlerCrash,
        TranslatedHome,
        SlowPhp,
        HttpStored,
        TlsProxy,
        ProxyUnaware,
        RestClosed,
        RestRouteGone,
        OldGateway,
        AgedGateway,
        OtherGateway,
        Mislabelled,
        AlwaysOk,
        RestMoved,
        CommentBefore,
        NoticeBefore,
        MarkBefore,
        CommentAfter,
        CutAfter,
        MixedContent,
    ];

    /// What a report may say first where this is to be mended first.
    pub(crate) const fn causes(self) -> &'static [&'static str] {
        match self {
            PrivateAddress => &["not-public"],
            NobodyListens => &["unreachable"],
            ExpiredCertificate => &["tls-broken"],
            CloudflareChallenge | CookieChallenge => &["challenge"],
            PortalRedirect => &["login-wall", "redirected"],
            RegionRefresh => &["redirected", "blocked"],
            JsonUnauthorized => &["blocked", "login-wall"],
            EmptyToPost => &["blocked", "post-refused"],
            SiteRefused | CallbackRefused | JsonForbidden | JsonDenied | DeniedPage
            | DeniedCallback | EmptyCallback | AcceptedCallback | NoContentCallback
            | BannedPage | ApiHidden => &["blocked"],
            TooManyRequests => &["rate-limited"],
            AgentRefused => &["caller-blocked"],
            EdgeCache => &["cached-callback"],
            KeptRedirect => &["cached-callback", "redirected"],
            BasicAuth | PasswordForm => &["login-wall"],
            ProxyLoop | WwwRedirect | SlashRedirect => &["redirected"],
            PostRefused | PostDropped => &["post-refused"],
            NoRewriting => &["rewrite-not-served"],
            NotWordPress => &["not-woocommerce"],
            MaintenancePage | MaintenanceDown | Maintenance => &["maintenance"],
            BadGateway | NoBackend | CriticalError | HandlerCrash => &["server-error"],
            QtranslateRedirect => &["language-redirect"],
            PlainPermalinks => &["plain-permalinks"],
            PathinfoPermalinks => &["pathinfo-permalinks"],
            PolylangPrefix => &["language-prefix-required"],
            StaleRules => &["stale-rewrite-rules"],
            WooOff => &["woocommerce-inactive"],
            GatewayOff => &["gateway-inactive"],
            TranslatedHome => &["language-prefix-added"],
            SlowPhp => &["slow-answer"],
            HttpStored | TlsProxy => &["http-home-url"],
            RestClosed | RestRouteGone => &["rest-locked"],
            OldGateway | AgedGateway => &["plugin-outdated"],
            ProxyUnaware => &["http-home-url", "healthy"],
            OtherGateway | Mislabelled => &["undetermined"],
            AlwaysOk => &["undetermined", "healthy"],
            RestMoved | CommentBefore | NoticeBefore | MarkBefore | CommentAfter | CutAfter
            | MixedContent => &["healthy"],
        }
    }

    /// Of which one is to be named, wherever it stands; empty where silence is right as well.
    pub(crate) const fn names(self) -> &'static [&'static str] {
        match self {
            OtherGateway | Mislabelled | AlwaysOk | RestMoved | CommentAfter | CutAfter
            | ProxyUnaware => &[],
            CommentBefore | NoticeBefore | MarkBefore => &["output-before-answer"],
            MixedContent => &["mixed-content"],
            _ => self.causes(),
        }
    }

    /// Whether a report may name this cause where this fault is.
    pub(crate) fn allows(self, cause: &str) -> bool {
        let beside: &[&str] = match self {
            AlwaysOk | CommentAfter | CutAfter => &["output-before-answer"],
            // Where a wall stops the browser, or GET, these are refusals like any other.
            PostDropped | AgentRefused => &["blocked"],
            // The header says http, and so does what the pages load.
            ProxyUnaware => &["mixed-content"],
            _ => &[],
        };
        [self.causes(), self.names(), beside]
            .iter()
            .any(|ids| ids.contains(&cause))
    }

    /// Whether it stands before everybody's calls, whoever they say they are, and refuses them.
    pub(crate) fn is_wall(self) -> bool {
        self.kind() == Some("the wall") && self != PortalRedirect
            || [PostDropped, BannedPage].contains(&self)
    }

    /// Whether the callback arrives all the same.
    pub(crate) fn arrives(self) -> bool {
        self.causes().contains(&"healthy")
    }

    /// The place in the order; the lowest is to be mended first.
    pub(crate) fn place(self) -> usize {
        match self {
            // Such a version cannot fetch an order, whatever becomes of the call, and updating is one click: it comes
            // before all that a provider meets on the way, but for an address that nobody can call.
            OldGateway => 1,
            _ => 2 * self.depth(),
        }
    }

    /// How far within the shop it lies.
    fn depth(self) -> usize {
        Self::ALL.iter().position(|fault| *fault == self).unwrap()
    }

    /// What a fault concerns; two of one kind are one setting, which has one value.
    const fn kind(self) -> Option<&'static str> {
        Some(match self {
            PlainPermalinks | PathinfoPermalinks => "the permalink setting",
            QtranslateRedirect | PolylangPrefix | TranslatedHome => "the language plugin",
            OldGateway | AgedGateway => "the gateway's version",
            RestClosed | RestRouteGone | RestMoved => "the REST API",
            HttpStored | TlsProxy | ProxyUnaware => "the stored address",
            SiteRefused | CallbackRefused => "the refusal",
            CookieChallenge | PasswordForm | PortalRedirect | DeniedPage | RegionRefresh
            | MaintenancePage | MaintenanceDown | JsonUnauthorized | JsonForbidden | JsonDenied
            | DeniedCallback | EmptyCallback | EmptyToPost | AcceptedCallback
            | NoContentCallback => "the wall",
            EdgeCache | KeptRedirect => "what the edge keeps",
            BadGateway | NoBackend => "the front server",
            PostRefused | PostDropped => "the rule against POST",
            CriticalError | HandlerCrash => "the crash",
            ProxyLoop | WwwRedirect | SlashRedirect => "the redirect",
            CommentBefore | NoticeBefore | MarkBefore | CommentAfter | CutAfter | AlwaysOk
            | Mislabelled => COMPANY,
            _ => return None,
        })
    }
}

/// The kind of what is printed, cut off or packed around the answer.
const COMPANY: &str = "what stands beside the answer";

/// Why two faults cannot occur together, in either order; `None` where they can.
pub(crate) fn excluded(a: Fault, b: Fault) -> Option<&'static str> {
    if a == b {
        return Some("a fault occurs once");
    }
    if let (Some(kind), true) = (a.kind(), a.kind() == b.kind()) {
        return Some(kind);
    }
    let either = |one: &[Fault], other: &[Fault]| {
        one.contains(&a) && other.contains(&b) || one.contains(&b) && other.contains(&a)
    };
    if either(
        &[PlainPermalinks, PathinfoPermalinks],
        &[
            NoRewriting,
            StaleRules,
            QtranslateRedirect,
            PolylangPrefix,
            TranslatedHome,
        ],
    ) {
        return Some(
            "rewriting, its rules and languages in the path exist with pretty permalinks only",
        );
    }
    if either(&[NotWordPress], &[PostRefused, PostDropped]) {
        return Some("a site of files takes no POST anyway");
    }
    if either(&[NotWordPress], &[ApiHidden]) {
        return Some("a site of files has no such address anyway");
    }
    let of_wordpress = |fault: Fault| fault.depth() >= Maintenance.depth() && fault != MixedContent;
    if a == NotWordPress && of_wordpress(b) || b == NotWordPress && of_wordpress(a) {
        return Some("where there is no WordPress, nothing of it can fail");
    }
    if either(
        &[WooOff, GatewayOff],
        &[
            RestClosed,
            RestRouteGone,
            OldGateway,
            AgedGateway,
            HandlerCrash,
        ],
    ) {
        return Some("a checkout that does not run shows no gateway and calls none");
    }
    if either(
        &[OtherGateway],
        &[
            WooOff,
            GatewayOff,
            HandlerCrash,
            OldGateway,
            AgedGateway,
            RestClosed,
            RestRouteGone,
        ],
    ) {
        return Some("nothing can be wrong with a gateway that is not there");
    }
    if either(
        &[AlwaysOk],
        &[Maintenance, CriticalError, HandlerCrash, QtranslateRedirect],
    ) {
        return Some("where headers are sent before, no other status and no redirect can be");
    }
    if either(&[AgedGateway, OldGateway], &[RestClosed, RestRouteGone]) {
        return Some("the block checkout came with a later version");
    }
    None
}

/// What can be looked at from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    Callback,
    Rest,
    Page,
}

impl Fault {
    /// Where a fault shows, by something that another fault would not show as well.
    const fn shows(self) -> &'static [View] {
        match self {
            OldGateway | AgedGateway | MixedContent | TlsProxy | ProxyUnaware | OtherGateway => {
                &[View::Page]
            }
            PlainPermalinks | PathinfoPermalinks => &[View::Callback, View::Page],
            HttpStored | RestClosed | RestRouteGone | RestMoved => &[View::Rest],
            // The namespaces, the index at one of its two addresses, the same refusal of everything.
            WooOff | NoRewriting | BasicAuth | Maintenance | CriticalError => {
                &[View::Callback, View::Rest]
            }
            // A language plugin on the page, a REST index elsewhere and the like are no faults by themselves.
            _ => &[View::Callback],
        }
    }

    /// What nobody can look at any more while this fault is there.
    fn closes(self) -> &'static [View] {
        match self {
            NobodyListens | ExpiredCertificate | SiteRefused | BadGateway | NoBackend
            | ProxyLoop | Maintenance | CriticalError => &[View::Callback, View::Rest, View::Page],
            // The merchant is let through.
            CookieChallenge | PasswordForm | PortalRedirect | DeniedPage | RegionRefresh
            | MaintenancePage | MaintenanceDown | BannedPage => &[View::Callback, View::Rest],
            // No further request is sent after such an answer; and a redirect of everything, or a password before it.
            CloudflareChallenge | TooManyRequests | WwwRedirect | BasicAuth => {
                &[View::Callback, View::Rest]
            }
            PrivateAddress | AgentRefused => &[],
            Mislabelled => &[View::Callback],
            _ if self.depth() < TranslatedHome.depth() => &[View::Callback],
            _ => &[],
        }
    }
}

/// Why nobody outside can see `hidden` while `outer` is there; `None` where it shows.
pub(crate) fn hides(outer: Fault, hidden: Fault) -> Option<&'static str> {
    if outer == PrivateAddress
        && [HttpStored, TlsProxy, ProxyUnaware, MixedContent].contains(&hidden)
    {
        return Some("an address that is not public needs no https");
    }
    let without_home = [NotWordPress, Maintenance, CriticalError];
    if outer == WwwRedirect && without_home.contains(&hidden) {
        return None;
    }
    if without_home.contains(&outer) && hidden == WwwRedirect {
        return Some("the page shows no home, so its own address is asked, which is the www one");
    }
    if outer == SlashRedirect && [Maintenance, CriticalError, NoRewriting].contains(&hidden) {
        return Some("what ends with a slash is redirected before they show");
    }
    if outer == GatewayOff && hidden.kind() == Some(COMPANY) {
        return None;
    }
    if hidden == AgentRefused && outer.is_wall() {
        return Some("where nobody gets through, nothing shows that callers differ");
    }
    if outer == AgentRefused && hidden.is_wall() {
        return Some("of two refusals the outer one is told");
    }
    let unproven = [NoRewriting, PlainPermalinks, PathinfoPermalinks];
    if unproven.contains(&outer) && hidden == ApiHidden {
        return Some("nothing shows that the web server rewrites");
    }
    if [OtherGateway, AlwaysOk, Mislabelled].contains(&outer) && hidden == GatewayOff {
        return Some("no answer tells the gateway's name from any other");
    }
    if outer == AlwaysOk && [RestClosed, RestRouteGone].contains(&hidden) {
        return Some("REST says no with a success");
    }
    if outer == OtherGateway && hidden == EdgeCache {
        return Some("nobody asks for what the edge keeps");
    }
    if outer == Maintenance && hidden == PostDropped {
        return Some("it asks to be left alone before GET is tried");
    }
    if outer == RestClosed && hidden == HttpStored {
        return Some("the stored address shows in the REST index alone");
    }
    let closed = |view: &View| outer.closes().contains(view);
    (outer.depth() < hidden.depth() && hidden.shows().iter().all(closed))
        .then_some("nothing is left to look at where it would show")
}

/// What may be said first: the causes of the fault to mend first, of those that show.
pub(crate) fn first(faults: &[Fault]) -> Vec<&'static str> {
    let shows = |fault: &&Fault| !faults.iter().any(|outer| hides(*outer, **fault).is_some());
    let shown = faults.iter().filter(shows);
    let first = shown.min_by_key(|fault| fault.place());
    let mut causes = first.map_or_else(|| vec!["undetermined"], |fault| fault.causes().to_vec());
    let has = |fault: &Fault| faults.contains(fault);
    if has(&AgentRefused) && faults.iter().any(|fault| fault.is_wall()) {
        // The provider is refused by one hand, a browser by another.
        causes.extend(["caller-blocked", "blocked"]);
    }
    if has(&PostDropped) && has(&Maintenance) {
        // It asks to be left alone, so nobody tries whether GET passes.
        causes.push("blocked");
    }
    causes
}
