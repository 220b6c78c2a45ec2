//! `cargo xtask serve`: the checker site and the demo shops, side by side on loopback.

mod site;

use std::{
    io,
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::Arc,
    thread,
};

use crate::{
    build,
    failure::{Failure, Outcome},
    workspace::{root, target},
};

const HELP: &str = "\
cargo xtask serve [OPTIONS]

Builds the checker site and serves it together with the demo shops, on this machine only, until ctrl-C.

  --port N            the checker's port (8765, or a free one when that is taken)
  --shop-port N       the demo shops' port, http and https (8766, or a free one when that is taken)
  --no-build          serves what was built before";

const PORT: u16 = 8765;
const SHOP_PORT: u16 = 8766;

/// Reads the options, builds, and serves until the process is ended.
pub(crate) fn run(mut args: lexopt::Parser) -> Outcome {
    use lexopt::{
        Arg::{Long, Short},
        ValueExt,
    };
    let (mut port, mut shop_port, mut built) = (None, None, false);
    while let Some(arg) = args.next()? {
        match arg {
            Long("help") | Short('h') => {
                println!("{HELP}");
                return Ok(());
            }
            Long("port") => port = Some(args.value()?.parse()?),
            Long("shop-port") => shop_port = Some(args.value()?.parse()?),
            Long("no-build") => built = true,
            other => return Err(other.unexpected().into()),
        }
    }
    // Ports first: a taken one should not be learnt of after a long build.
    let listener = bind(port, PORT, TcpListener::bind)?;
    let address = listener.local_addr().map_err(Failure::at("Listening"))?;
    let checker = format!("http://localhost:{}/", address.port());
    let shop = bind(shop_port, SHOP_PORT, |http| {
        demo_shop::start(demo_shop::Options {
            http,
            checker: Some(checker.clone()),
            authority: Some(target().join("demo-authority.key")),
            ..demo_shop::Options::default()
        })
    })?;
    if !built {
        build::make()?;
    }
    println!("The demo shops  http://localhost:{}/", shop.http().port());
    println!("The checker     {checker}");
    println!(
        "Begin with the demo shops: each has the answer beside it, and a click for each way to check it. For the \
         extension load dist/extension-chrome in chrome://extensions first. Ctrl-C ends both."
    );
    let folder = root().join("dist").join("site");
    let packed = Arc::new(site::Packed::default());
    for stream in listener.incoming().flatten() {
        let (folder, packed) = (folder.clone(), Arc::clone(&packed));
        thread::spawn(move || site::answer(stream, &folder, &packed));
    }
    Ok(())
}

/// Listens on the port that was asked for, else on the usual one, else on any.
fn bind<T>(
    asked: Option<u16>,
    usual: u16,
    listen: impl Fn(SocketAddr) -> io::Result<T>,
) -> Outcome<T> {
    let at = |port| listen(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    match asked {
        Some(port) => {
            at(port).map_err(Failure::at(format!("Nothing can be served on port {port}")))
        }
        None => at(usual)
            .or_else(|_| at(0))
            .map_err(Failure::at("Nothing can be served on 127.0.0.1")),
    }
}
