//! The demo's house with a clock that stands still: each number on a line of the input moves it by so many days, and
//! the day that it is then is told. For journeys that last longer than a day; the product has no such clock.
//!
//! ```text
//! clocked FOLDER 127.0.0.1:PORT
//! ```

use std::{io::Write, path::Path, sync::Arc};

use fuhua::{
    app,
    clock::Clock,
    db::{Db, Place, migrate},
    demo,
    files::Blobs,
    house::House,
};
use poem::{Server, listener::TcpListener};
use tokio::io::{AsyncBufReadExt, BufReader};

type Anyhow = Box<dyn std::error::Error>;

fn say(line: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout();
    writeln!(out, "{line}")?;
    out.flush()
}

/// Moves the clock as the input says, and does what is due by then.
async fn listen_to(house: Arc<House>) -> Result<(), Anyhow> {
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while let Some(line) = lines.next_line().await? {
        house.clock.advance(chrono::Duration::days(line.trim().parse()?));
        fuhua::spaces::ticks::expire_due(&house).await.map_err(|fault| format!("{fault:?}"))?;
        fuhua::applications::ticks::lapse_due(&house).await.map_err(|fault| format!("{fault:?}"))?;
        say(&house.today().to_string())?;
    }
    Ok(())
}

#[tokio::main]
async fn main() -> Result<(), Anyhow> {
    let mut args = std::env::args().skip(1);
    let (Some(folder), Some(address)) = (args.next(), args.next()) else {
        return Err("clocked FOLDER 127.0.0.1:PORT".into());
    };
    let now = Clock::System.now();
    let db = Db::open(&Place::at("mem://")).await?;
    migrate::migrate(&db, migrate::STEPS, now).await?;
    let house = House {
        clock: Clock::fixed(demo::beginning(now)),
        public_url: Some(format!("http://{address}")),
        ..House::new(db, Blobs::at(Path::new(&folder).join("files")))
    };
    let house = Arc::new(house);
    demo::fill(&house, now).await.map_err(|fault| format!("{fault:?}"))?;
    let moved = tokio::spawn({
        let house = house.clone();
        async move { listen_to(house).await.map_err(|error| error.to_string()) }
    });
    let stop = async {
        if let Ok(Err(error)) = moved.await {
            let _ = say(&error);
        }
    };
    Server::new(TcpListener::bind(address)).run_with_graceful_shutdown(app::routes(&house), stop, None).await?;
    Ok(())
}
