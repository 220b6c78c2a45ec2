//! English, and what programs say in every language.

use super::Tongue;

#[rustfmt::skip]
pub(super) const WORDS: Tongue = Tongue {
    status: "http|https|status|statuses|code|codes|statuscode|statuscodes|httpcode|httpstatus|httpstatuscode|responsecode|response|responses|error|errors|\
        errorcode|answer|answers|reply|returncode|err|httperror|statuscodeerror|clienterror|servererror",
    came: "got|get|gets|getting|gotten|returned|returns|return|returning|answered|answering|responded|responds|responding|replied|replies|gave|gives|\
        giving|throws|threw|throwing|sends|sent|receives|seeing|sees|shows|showing|met|hit|hits|hitting|logged|reports|reported|produced",
    received: "received|actual",
    between: "a|an|the|of|from|by|to|with|as|your|our|my|their|its|server|shop|store|site|website|merchant|endpoint|is|was|were|are|be|number|nr|value|only|just|\
        instead|back|http|unexpected|invalid|failed|always|all|us|me|them|him|it|they|we|still|again|now|then|and|but|s|some|many|several|mostly|sometimes|\
        constantly|nothing|out|following|webserver|host|system|application|client|wordpress|woocommerce|plain|bare|permanent|temporary|often|usually|\
        occasionally|regularly|sporadically|intermittently|partly",
    goes_on: "when|whenever|if|as|on|for|to|from|in|at|and|but|while|since|every|each|because|which|that|so|after|again|back|by|or|with|page|redirect|\
        redirects|not|instead|only|until|before|all|during|even|always|there|here|then|today|yesterday|though|although|upon|is|was|via|sometimes|ever|too",
    not: "not|no|never|without|than|instead of|rather than|different from|expected|expects|expect|expecting|should be|must be|should return|must return|\
        should respond with|must respond with|should answer|must answer|need to return|needs to return|have to return|has to return|supposed to return|required|\
        requires|require|unless|except|besides|only accept|only accepts|only count|wanted|wants|want|t|valid|responds with a|respond with a|reply with|\
        to return|please return|within the range|range|successful|other than|outside",
    wanted: "expected|required|needed|wanted|counts|count|range|within|means|acknowledges",
    units: "ms|s|sec|secs|second|seconds|milliseconds|minutes|minute|min|mins|hours|days|weeks|months|years|times|bytes|kb|mb|gb|b|px|eur|euro|euros|usd|gbp|\
        requests|request|orders|order|attempts|items|webhooks|callbacks|notifications|events|event|deliveries|dollars|pounds|pcs|pieces|customers|visitors|products|users|\
        people|emails|mails|percent|pages|rows|lines|words|payments|transactions|calls|retries|sek|nok|dkk|pln|chf|kr|brl|mxn|inr|zar|km|kg|g|m|hits|visits|plugins",
    named: "order|orders|id|ids|invoice|payment|customer|product|post|page|user|line|ticket|case|room|street|phone|tel|extension|ext|version|item|ref|reference|\
        no|nr|build|rule|port|attempt|step|site",
    payment: "card|payment|paid|bank*|decline*|issuer|3ds",
    http: "http|https|status*|server|servers|shop|store|response*|website|webshop|site|endpoint*|request|requests|url|curl|remote server|provider|\
        payment provider|psp|gateway|acquirer",
    call: "webhook*|callback*|call back|notification*|notify|ipn|ipns|itn|push|pushes|endpoint*|url|postback*|pingback*|delivery|deliveries|response*|\
        event notifications|server to server|s2s|dispatcher|hook|hooks",
    failure: "failed|fail|fails|failing|failure|failures|error|errors|errored|could not|couldn t|cannot|can t|unable|unsuccessful|unsuccessfully|rejected|refused|\
        denied|not delivered|undelivered|undeliverable|not able|wasn t able|disabled|problem|problems|trouble|issue|issues|declined|not accepted|didn t work|\
        not working|broken|exception|invalid|switched off|stuck|stay pending|remain pending|not been delivered|is not able to|are not able to|does not work|\
        doesn t work|did not receive|didn t receive|not received|not arrive|never arrive|never arrives",
    success: "succeeded|success|successful|delivered|ok|received|accepted|acknowledged|completed",
    redirect: "redirect|redirects|redirected|redirecting|redirection|redirections|moved permanently|moved temporarily|forwarded to|forwards to",
    reasons: &[
        ("moved permanently", 301), ("moved temporarily", 302), ("temporary redirect", 307), ("permanent redirect", 308), ("bad request", 400),
        ("unauthorized", 401), ("unauthorised", 401), ("payment required", 402), ("forbidden", 403), ("not found", 404),
        ("method not allowed", 405), ("not acceptable", 406), ("request timeout", 408), ("request time out", 408), ("length required", 411),
        ("precondition failed", 412), ("payload too large", 413), ("request entity too large", 413), ("content too large", 413),
        ("unsupported media type", 415), ("expectation failed", 417), ("misdirected request", 421), ("unprocessable entity", 422),
        ("unprocessable content", 422), ("too many requests", 429), ("internal server error", 500), ("not implemented", 501), ("bad gateway", 502),
        ("service unavailable", 503), ("service temporarily unavailable", 503), ("gateway timeout", 504), ("gateway time out", 504),
        ("web server is down", 521), ("ok", 200), ("found", 302), ("see other", 303), ("gone", 410), ("conflict", 409), ("access denied", 403),
        ("permission denied", 403),
    ],
    dns: "could not resolve|couldn t resolve|cannot resolve|unable to resolve|can t resolve|could not be resolved|couldn t be resolved|not be resolved|\
        failed to resolve|unknown host|unknownhost*|enotfound|eai again|name or service not known|nxdomain|getaddrinfo*|no such host|name resolution|\
        dns lookup failed|dns lookup error|dns error|dns failure|dns resolution|dns problem|servfail|err name not resolved|no address associated|gaierror|\
        hostname not found|host name not found|host not found|domain not found|domain could not be found|name not resolved|nodename nor servname|\
        nameresolutionerror|could not find the host|could not be found in dns|does not resolve|doesn t resolve|could not look up",
    host: "hostname|host name|domain name",
    refused: "connection refused|connection was refused|connections refused|refused the connection|refused to connect|refused our connection|refused connection|\
        econnrefused|actively refused|err connection refused|connectionrefusederror|connection is refused|connection has been refused",
    reset: "connection reset|connection was reset|connection has been reset|reset by peer|reset the connection|econnreset|hang up|hung up|empty reply|connection was closed|\
        connection closed|closed the connection|connection aborted|connection was aborted|broken pipe|epipe|err empty response|connection dropped|dropped the connection|\
        forcibly closed|remotedisconnected|prematurely closed|closed prematurely|connectionreseterror|unexpected end of file|unexpected eof|connection was dropped|\
        connection terminated|nohttpresponseexception|protocolexception|remoteprotocolerror|server disconnected",
    timeout: "timed out|timeout|timeouts|time out|time outs|timedout|timing out|times out|etimedout|esockettimedout|econnaborted|took too long|taking too long|takes too long|\
        deadline exceeded|within the time limit|not respond in time|no response within|timeoutexception|sockettimeoutexception|connecttimeoutexception|readtimeout|\
        connecttimeout|did not respond within|didn t respond within|not respond within|not answer within|not answered within|not responded within|responding too slowly|\
        responds too slowly|too slow to respond|time limit was exceeded|exceeded the time limit|within the allowed time|taskcanceledexception|not finish within|\
        no answer within|not in time|not reply within|not acknowledge within",
    unreached: "unreachable|not reachable|no response|no answer|not respond|not responding|no reply|never answered|never responded|could not reach|couldn t reach|\
        cannot reach|can t reach|unable to reach|could not be reached|couldn t be reached|cannot be reached|can t be reached|not be reached|unable to contact|\
        could not contact|could not establish a connection|couldn t establish a connection|unable to establish a connection|\
        connection could not be established|did not get any response|without a response|failed to open a connection|did not answer|didn t answer",
    connection: "connection*|connect|connecting",
    refuses: "refus*|rejected|declined|denied",
    breaks: "reset|aborted|dropped|interrupted|terminated|closed",
    tls: "ssl|tls|handshake|sslv3|openssl|x509|certificate|certificates|cert|sslhandshakeexception|sslexception|sslerror|certificateexception|\
        certpathvalidatorexception|altnames|err cert*|err ssl*|sni|tlsv1|https connection|sslpeerunverifiedexception|certificate*|secure channel",
    tls_faults: "expired|has expired|verify|verification|self signed|selfsigned|untrusted|not trusted|mismatch|does not match|doesn t match|do not match|alert|\
        handshake failure|handshake failed|unknown ca|sslhandshakeexception|sslexception|no alternative certificate|not valid|incomplete|missing intermediate|\
        unsupported|not supported|too old|outdated|wrong version|wrong host|not match|protocol version|local issuer|revoked|chain|cert has expired|\
        common name invalid|problem|trust relationship|is invalid|not secure|could not be verified|cannot be verified|partialchain",
    body: "response|body|content|text|message|answer|output|responsebody|response body|reply",
    stopped: "blocked|banned|block|ban|blocks|blocking|blacklisted|denylisted|challenged",
    stoppers: "firewall|firewalls|waf|modsecurity|mod security|wordfence|fail2ban|lfd|csf|imunify360|bitninja|cpguard|sucuri|ninjafirewall|cloudflare|geoblock*|country block*",
    shop: "site|home|store|shop|website|siteurl|webshop|home url|domain",
    unfit: "invalid signature|signature verification failed|signature mismatch|signature does not match|signature doesn t match|signature is invalid|\
        signature invalid|wrong signature|bad signature|signature is not valid|signature could not be verified|signature check failed|signature not valid|\
        no signatures found matching|invalid hmac*|hmac verification failed|hmac mismatch|hash mismatch|invalid hash|wrong hash|checksum mismatch|\
        invalid checksum|invalid mac|mac mismatch|invalid token|order not found|could not find order|could not find the order|couldn t find order|\
        no order found|unknown order|order does not exist|no such order|order could not be found|unable to find order|no matching order|order id not found|\
        amount mismatch|amounts do not match|webhook secret is invalid|checksum does not match|address not in list|not in list|ip not allowed|\
        ip address not allowed|ip not whitelisted|address is not allowed",
    unaddressed: "no webhook url|no notification url|no callback url|no webhook is configured|no webhook configured|no endpoint configured|webhook url is missing|\
        callback url is missing|notification url is missing|webhook url is empty|notification url is empty|callback url is empty|must use https|must be https|\
        must start with https|must be an https url|only https urls|webhook is not configured|callback url is not set|webhook url is not set|\
        notification url is not set|url is not https",
    code_column: "status code|http status|http status code|http code|response code|response status|response status code|http response|code|http|last response code|\
        last http status|last status code|responsecode|statuscode|httpstatus|httpcode|responsestatus|response http status|result code|http response code|server response|\
        response|http result|return code",
};
