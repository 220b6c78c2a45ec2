//! The names under which checks and what they say are known: each has its words in every language.

use crate::gateway::Fault;
use crate::probe::TlsFault;

macro_rules! ids {
    ($(#[$about:meta])* $name:ident { $($variant:ident $id:literal $doc:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $doc] $variant,)*
        }

        impl $name {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The id as it stands in reports.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $id,)* }
            }
        }
    };
}

macro_rules! cases {
    ($(#[$about:meta])* $name:ident {
        $($variant:ident $doc:literal,)*
        $(+ $group:ident($inner:ty) $group_doc:literal)?
    }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $(#[doc = $doc] $variant,)*
            $(#[doc = $group_doc] $group($inner),)?
        }

        impl $name {
            /// Every one that stands for itself.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];
        }
    };
}

ids! {
    /// One requirement, as reports name it; in the order in which a call meets it.
    CheckId {
        PublicAddress "public-address" "The host's name leads to an address that the internet can call.",
        CallbackAddress "callback-address" "The address that the provider has on file is the shop's own.",
        OpenPath "open-path" "Nothing on the way refuses or redirects the call.",
        HttpsEverywhere "https-everywhere" "WordPress builds https addresses, and pages load nothing over http.",
        PrettyPermalinks "pretty-permalinks" "Permalinks are such that pretty addresses are served.",
        LanguagePrefix "language-prefix" "No language stands between the address and WordPress.",
        WoocommerceAnswers "woocommerce-answers" "What hands calls on is there.",
        GatewayListens "gateway-listens" "The payment plugin takes the call.",
        GatewayVersion "gateway-version" "The plugin's version can work.",
        AnswerTime "answer-time" "The answer comes as long as the provider waits.",
        RestOpen "rest-open" "REST is open where the gateway needs it.",
        CleanAnswer "clean-answer" "Nothing else is printed into the answer.",
    }
}

ids! {
    /// Why something could not be seen.
    Reason {
        SlowOnce "slow-once" "One call was slow, another quick.",
        AnswerBrokeOff "answer-broke-off" "The answer could not be read to its end.",
        AnswerFits "answer-fits" "The answer is the plugin's, or somebody else's that looks the same.",
        AddressNotKnown "address-not-known" "No known plugin has the callback address that was given.",
        GatewayUnseen "gateway-unseen" "Nothing shows whose callback to ask for.",
        CallerProfile "caller-profile" "The hand cannot set the User-Agent.",
        ProviderNetwork "provider-network" "The call did not come from the provider's servers.",
        CallbackUnreadable "callback-unreadable" "This page may not read what the callback is answered.",
        RedirectHidden "redirect-hidden" "There is a redirect, and where it leads is hidden.",
        RestUnreadable "rest-unreadable" "The index of REST could not be read.",
        RestClosed "rest-closed" "The index of REST is closed to guests.",
        NameNotLookedUp "name-not-looked-up" "Nobody looked up the host's name.",
        PageNotRead "page-not-read" "No page of the shop was read.",
        HttpFromHttps "http-from-https" "A page over https cannot call over http.",
        StoppedEarly "stopped-early" "The shop asked to be left alone.",
        Cancelled "cancelled" "The person stopped the check.",
        OutOfTime "out-of-time" "The whole diagnosis took too long.",
        NotPermitted "not-permitted" "The browser refused to send.",
        PageForbids "page-forbids" "The page's own rules refused to send.",
        ProviderUserAgentUnconfirmed "provider-user-agent-unconfirmed" "The provider never confirmed the name it calls by.",
        ProviderUserAgentReported "provider-user-agent-reported" "Others report the name that the provider calls by.",
        ProviderUserAgentUnknown "provider-user-agent-unknown" "Nobody says by which name the provider calls.",
        EndpointNotAsked "endpoint-not-asked" "The gateway's endpoint is never asked.",
        ControlAnswered "control-answered" "A made-up name was answered just the same.",
        RemoteLoopback "remote-loopback" "The browser was connected to this computer.",
        RemotePrivate "remote-private" "The browser was connected to a private network.",
        ResolverFailed "resolver-failed" "The public resolver did not tell.",
        PageNotCheckout "page-not-checkout" "The page that was read shows nothing of the gateway.",
        BroughtAnswers "brought-answers" "Answers that a person brought stand beside what was asked.",
    }
}

cases! {
    /// A sentence that holds in one case of a cause.
    Note {
        PluginsSeen "The shop shows plugins whose callback was not asked.",
        NamedCallback "The callback that was named is not known here.",
        PrintedByPlugin "A plugin prints into the answer.",
        PrintedByFile "A file that belongs to no plugin prints into the answer.",
        ProxyNotTold "WordPress is not told that visitors come over https.",
        PageCannotTell "The browser tells this page no reason.",
        RestClosed "REST is closed to guests.",
        SecurityPlugin "A security plugin runs.",
        HttpTyped "The address that was given begins with http.",
        PrettyRestHidden "Pretty addresses of REST are not served.",
        SlashAtTheEnd "Addresses with a slash at the end get nothing.",
        OtherNameAnswers "The shop's other name answers.",
        LanguageAtTheHome "The home leads to a language.",
        NoRecords "The name has no address.",
        HalfPublic "Some of the name's addresses are not public.",
        BlockReason "The block page gives a reason.",
        TurnedAway "A product known by name turned the call away.",
        ChangesToHttps "The redirect leads to https.",
        ChangesToHttp "The redirect leads to http.",
        ChangesWww "The redirect adds or drops www.",
        ChangesSlash "The redirect adds or drops the slash at the end.",
        ChangesCase "The redirect changes capital letters.",
        ChangesHost "The redirect leads to another host.",
        ChangesAddress "The redirect leads to another address.",
        ChangesNothing "The redirect leads to the same address.",
        PostBecomesGet "A caller that follows asks by GET.",
        PostStays "A caller that follows asks by POST again.",
        FollowArrives "Who follows arrives.",
        FollowArrivesGet "Who follows arrives, by GET.",
        FollowLoops "Who follows goes in circles.",
        FollowLogin "Who follows ends at a login.",
        FollowAgain "Who follows is redirected again.",
        FollowNotFound "Who follows finds nothing.",
        FollowPage "Who follows gets a page.",
        FollowRefused "Who follows is refused.",
        RestLogin "REST asks for a login.",
        RestNoRoute "REST does not know the route.",
        AtBlockRoute "The route of the block checkout was asked.",
        RestCallback "The callback itself is one of REST's.",
        OnFileHost "The address on file has another host.",
        OnFileStaging "The address on file is a staging copy's.",
        OnFileNotPublic "The address on file is not public.",
        OnFileFolder "The address on file has another folder.",
        OnFileRetired "The address on file is one that the plugin gave up.",
        OnFileTypo "The address on file has a slip in the name.",
        OnFileReturn "The address on file is the one to which shoppers return.",
        OnFileForm "The address on file has another form.",
        PagesClosed "The pages are closed, and callbacks pass.",
        WorksLater "The gateway works on the call later.",
        NeverWrites "Not called: any call writes.",
        NeverBreaks "Not called: an empty call breaks something.",
        NeverCallsOut "Not called: any call makes the shop call out.",
        NeverUnknown "Not called: what a call does is not known.",
        NeverButListed "Not called: the index of REST tells.",
        NoInbound "The provider does not call the shop.",
        + Fault(Fault) "A fault of the plugin's own."
    }
}

cases! {
    /// The words of a cause in one case, where its own would say too much or too little.
    Variant {
        NobodyUnderName "Undetermined: nobody listens under the assumed name, and nothing shows that gateway.",
        EveryNameAnswers "Undetermined: a made-up name got the same answer.",
        UnseenFromSite "Undetermined: the site, from an address alone.",
        CallersDiffer "Undetermined: the provider's call arrived, a browser's did not.",
        PathOpen "Undetermined: the way is open, and the gateway was not seen.",
        NotAsked "Undetermined: the gateway is there, and its endpoint is never asked.",
        HealthyListed "Healthy: the gateway is listed, and its endpoint is not asked.",
        NeverCalled "Undetermined: the provider does not call the shop.",
        CallsNotKnown "Undetermined: where the provider calls is not known.",
        RestCallbackClosed "REST locked: the callback itself is one of REST's.",
        NobodyOffered "Gateway inactive: the checkout offers no online payment.",
        NotRegistered "Gateway inactive: REST lists no such namespace.",
        PageGotNothing "Unreachable: all that a page can tell.",
        NotArrived "Undetermined: the call did not arrive, and why was not seen.",
        RefusedByAddress "Blocked: who judges by addresses refused this computer.",
        AnswersInstead "Something else answers in the place of what hands calls on.",
        HiddenByRule "A rule hides the address before WordPress.",
        Dropped "Blocked: the connection is closed for these calls alone.",
        AnswersChange "The same call is answered now so, now otherwise.",
        StatusPrintedOver "Undetermined: what is printed hides the status.",
        BrokenOff "Undetermined: the answer broke off.",
        SlowerThanProvider "Slow answer: how long the provider waits is known.",
        + Tls(TlsFault) "TLS broken: it is known what is wrong with the secure connection."
    }
}

impl Reason {
    /// Whether a call from a terminal settles it.
    pub const fn is_settled_by_a_call(self) -> bool {
        matches!(
            self,
            Self::CallerProfile
                | Self::CallbackUnreadable
                | Self::RedirectHidden
                | Self::NotPermitted
                | Self::PageForbids
                | Self::HttpFromHttps
                | Self::ProviderNetwork
                | Self::OutOfTime
        )
    }
}
