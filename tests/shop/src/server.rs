//! Starting, asking and stopping the server.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use callback_doctor::gateway::ASSUMED;

use crate::connection::{self, Speech};
use crate::limits;
use crate::plugin;
use crate::request::{Request, Seen};
use crate::response::Reply;
use crate::router::Router;
use crate::situation::Situation;
use crate::tls;

/// Called with each request when it has arrived.
pub type Log = Arc<dyn Fn(&Seen) + Send + Sync>;

/// How to start the server. The default: every situation a shop of its own, on a free port.
#[derive(Clone)]
pub struct Options {
    /// Where to listen for http; port 0 takes a free one. Without a situation https is answered on the same port, so that
    /// the two addresses of a shop differ in their scheme alone, as real ones do.
    pub http: SocketAddr,
    /// Where to listen for https alone, with a self-signed certificate; port 0 takes a free one.
    pub https: Option<SocketAddr>,
    /// One situation, under any name, which calls itself `shop.example.com`; without it every situation is a shop of its
    /// own, by its name ([`Situation::host`]), and any other name has the page that lists them.
    pub situation: Option<Situation>,
    /// The id of the payment plugin in that situation, such as `mollie`; without one, Kustom Checkout.
    pub gateway: Option<String>,
    /// The address of the checker, for links to it.
    pub checker: Option<String>,
    /// Where the demo keeps the key of its certificate authority, so that a person has to trust it only once.
    pub authority: Option<PathBuf>,
    /// Called with each request.
    pub log: Option<Log>,
}

impl Default for Options {
    fn default() -> Self {
        let http = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self {
            http,
            https: None,
            situation: None,
            gateway: None,
            checker: None,
            authority: None,
            log: None,
        }
    }
}

/// Starts the server; it runs until the result is dropped.
///
/// # Errors
/// An address cannot be listened on, or no certificate could be made.
pub fn start(options: Options) -> io::Result<Running> {
    let plugin = match &options.gateway {
        None => ASSUMED,
        Some(id) => {
            plugin::named(id).ok_or_else(|| io::Error::other(format!("no gateway {id:?}")))?
        }
    };
    let plain = TcpListener::bind(options.http)?;
    let secure = options.https.map(TcpListener::bind).transpose()?;
    let http = plain.local_addr()?;
    let demo = options.situation.is_none();
    let https = secure.as_ref().map(TcpListener::local_addr).transpose()?;
    let https = https.or(demo.then_some(http));
    let tls = if demo {
        Some(tls::of_the_demo(options.authority.as_deref())?)
    } else if https.is_some() {
        Some(tls::of_one_shop()?)
    } else {
        None
    };
    let (tls, certificate) = tls.map_or((None, Vec::new()), |tls| (Some(tls.config), tls.trusted));
    let router = Router {
        fixed: options.situation,
        plugin,
        checker: options.checker,
        authority: certificate.clone(),
        port: http.port(),
    };
    let shared = Arc::new(Shared {
        router: RwLock::new(router),
        seen: Mutex::default(),
        log: options.log,
        stopped: AtomicBool::new(false),
        open: Mutex::default(),
        next: AtomicU64::new(0),
    });
    let speech = match &tls {
        Some(config) if demo => Speech::Either(Arc::clone(config)),
        _ => Speech::Http,
    };
    let mut threads = vec![listen(plain, speech, &shared)?];
    if let (Some(listener), Some(config)) = (secure, tls) {
        threads.push(listen(listener, Speech::Https(config), &shared)?);
    }
    Ok(Running {
        http,
        https,
        certificate,
        shared,
        threads,
    })
}

/// A running server. Dropping it stops it and closes its connections.
pub struct Running {
    http: SocketAddr,
    https: Option<SocketAddr>,
    certificate: Vec<u8>,
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

impl Running {
    /// Where http is served.
    pub fn http(&self) -> SocketAddr {
        self.http
    }

    /// Where https is served, if it is.
    pub fn https(&self) -> Option<SocketAddr> {
        self.https
    }

    /// The certificate (DER) that a client has to trust; empty without https.
    pub fn certificate(&self) -> &[u8] {
        &self.certificate
    }

    /// Every request that has arrived since the start or the last [`Running::clear`], the oldest first. At most
    /// 10 000 are kept.
    pub fn requests(&self) -> Vec<Seen> {
        lock(&self.shared.seen).iter().cloned().collect()
    }

    /// Forgets the requests that have arrived.
    pub fn clear(&self) {
        lock(&self.shared.seen).clear();
    }

    /// From now on, this situation is served under every name.
    pub fn switch(&self, situation: Situation) {
        self.shared
            .router
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .fixed = Some(situation);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        // A listener wakes up when somebody calls.
        for address in [Some(self.http), self.https].into_iter().flatten() {
            let _ = TcpStream::connect_timeout(&address, Duration::from_secs(1));
        }
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
        for stream in lock(&self.shared.open).values() {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }
}

/// What the threads of a server share.
pub(crate) struct Shared {
    router: RwLock<Router>,
    seen: Mutex<VecDeque<Seen>>,
    log: Option<Log>,
    stopped: AtomicBool,
    /// The open connections, so that stopping can close them.
    open: Mutex<HashMap<u64, TcpStream>>,
    next: AtomicU64,
}

impl Shared {
    /// Remembers a request and computes what to do with it.
    pub(crate) fn reply(&self, request: &Request) -> Reply {
        let seen = request.seen();
        if let Some(log) = &self.log {
            log(&seen);
        }
        let mut all = lock(&self.seen);
        if all.len() == limits::REMEMBERED {
            all.pop_front();
        }
        all.push_back(seen);
        drop(all);
        let router = self
            .router
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        router.reply(request)
    }

    /// Whether the server is to stop.
    pub(crate) fn stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }
}

fn listen(
    listener: TcpListener,
    speech: Speech,
    shared: &Arc<Shared>,
) -> io::Result<JoinHandle<()>> {
    let shared = Arc::clone(shared);
    thread::Builder::new()
        .name("demo-shop".to_owned())
        .spawn(move || {
            for stream in listener.incoming() {
                if shared.stopped() {
                    break;
                }
                if let Ok(stream) = stream {
                    serve(stream, speech.clone(), &shared);
                }
            }
        })
}

/// Gives a connection its own thread, unless there are too many.
fn serve(stream: TcpStream, speech: Speech, shared: &Arc<Shared>) {
    let Ok(handle) = stream.try_clone() else {
        return;
    };
    let id = shared.next.fetch_add(1, Ordering::Relaxed);
    {
        let mut open = lock(&shared.open);
        if open.len() >= limits::CONNECTIONS {
            return;
        }
        open.insert(id, handle);
    }
    let worker = Arc::clone(shared);
    let spawned = thread::Builder::new().spawn(move || {
        // A client that hangs up is no news.
        let _ = connection::run(stream, &speech, &worker);
        lock(&worker.open).remove(&id);
    });
    if spawned.is_err() {
        lock(&shared.open).remove(&id);
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
