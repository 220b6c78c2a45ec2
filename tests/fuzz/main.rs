//! Feeds mutated documents to a reader until the time is over: `fuzz TARGET SECONDS FOLDER`.
//!
//! A document that breaks a rule of [`targets`] is written into FOLDER, and the exit code is 1. Two threads draw different
//! documents, from the same seeds each time.

#![forbid(unsafe_code)]

mod mutate;
mod seeds;
mod targets;

use std::{
    env,
    error::Error,
    fs,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
    thread,
    time::{Duration, Instant},
};

use mutate::Dice;
use targets::Target;

/// Threads that draw documents.
const THREADS: u64 = 2;

/// One document in so many is made long, to see whether the time grows with its length alone.
const LONG_EVERY: u64 = 2_000;

/// Bytes of the shorter and the longer one.
const LENGTHS: [usize; 2] = [32 * 1024, 512 * 1024];

/// How much more a byte of the longer one may cost: the clock of a busy machine alone reaches some times.
const MUCH_MORE: f64 = 12.0;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [target, seconds, folder] = arguments.as_slice() else {
        return Err("fuzz TARGET SECONDS FOLDER".into());
    };
    let target = Target::named(target).ok_or("There is no such target.")?;
    let length = Duration::from_secs(seconds.parse()?);
    let folder = Path::new(folder);
    fs::create_dir_all(folder)?;
    let run = Run {
        target,
        seeds: seeds::of(target),
        end: Instant::now() + length,
        stop: AtomicBool::new(false),
        executions: AtomicU64::new(0),
        bytes: AtomicU64::new(0),
    };
    let growth = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|number| {
                let run = &run;
                scope.spawn(move || run.draw(Dice::new(number + 1), folder))
            })
            .collect();
        let ended = threads.into_iter().map(|thread| thread.join().ok());
        ended.flatten().fold(0.0, f64::max)
    });
    println!(
        "{}: {} executions, {} MB, {} seeds; a byte of a page 16 times as long costs at most {growth:.1} times as much",
        target.name(),
        run.executions.load(Ordering::Relaxed),
        run.bytes.load(Ordering::Relaxed) / 1_000_000,
        run.seeds.len(),
    );
    if run.stop.load(Ordering::Relaxed) {
        return Err(format!("a document broke a rule; see {}", folder.display()).into());
    }
    Ok(())
}

struct Run {
    target: Target,
    seeds: Vec<Vec<u8>>,
    end: Instant,
    stop: AtomicBool,
    executions: AtomicU64,
    bytes: AtomicU64,
}

impl Run {
    /// Draws documents until the end; gives how much more a byte of a long one cost, at worst.
    fn draw(&self, mut dice: Dice, folder: &Path) -> f64 {
        let mut growth: f64 = 0.0;
        let mut turn = 0;
        while Instant::now() < self.end && !self.stop.load(Ordering::Relaxed) {
            turn += 1;
            let document = mutate::document(&self.seeds, &mut dice);
            if let Err(broken) = self.hold(&document, &mut dice) {
                self.keep(folder, &document, &broken);
                break;
            }
            if turn % LONG_EVERY == 0 {
                let more = self.growth(&document);
                if more > MUCH_MORE {
                    self.keep(
                        folder,
                        &document,
                        &format!("a byte costs {more:.1} times as much"),
                    );
                    break;
                }
                growth = growth.max(more);
            }
            self.executions.fetch_add(1, Ordering::Relaxed);
            self.bytes
                .fetch_add(document.len() as u64, Ordering::Relaxed);
        }
        growth
    }

    fn hold(&self, document: &[u8], dice: &mut Dice) -> Result<(), String> {
        catch_unwind(AssertUnwindSafe(|| self.target.hold(document, dice)))
            .unwrap_or_else(|_| Err("it panicked".to_owned()))
    }

    /// How much more a byte costs where the document is repeated often than where it is repeated less often. The best of
    /// some runs counts.
    fn growth(&self, document: &[u8]) -> f64 {
        let [short, long] = LENGTHS.map(|length| {
            let text: Vec<u8> = document.iter().copied().cycle().take(length).collect();
            let best = (0..3).map(|_| {
                let start = Instant::now();
                self.target.read(&text);
                start.elapsed().as_secs_f64()
            });
            best.fold(f64::MAX, f64::min) / f64::from(u32::try_from(text.len().max(1)).unwrap_or(1))
        });
        long / short.max(1e-9)
    }

    fn keep(&self, folder: &Path, document: &[u8], broken: &str) {
        self.stop.store(true, Ordering::Relaxed);
        let path = folder.join(format!("{}-broken", self.target.name()));
        let kept = fs::write(&path, document);
        eprintln!("{broken}: {} {kept:?}", path.display());
    }
}
