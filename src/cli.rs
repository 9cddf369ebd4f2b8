//! The command line: what the program does when it is started.

mod import;

use std::{io::Write, process::ExitCode, sync::Arc, time::Duration};

use clap::{Parser, Subcommand};
use poem::{Server, listener::TcpListener};

use crate::{
    accounts::service::NewAccount,
    clock::Clock,
    config::{Config, Flags},
    db::{Db, DbError, migrate},
    files::Blobs,
    house::{House, SharedHouse},
};

/// fuhua 孵化: runs the incubation bases of social organizations.
#[derive(Debug, Parser)]
#[command(name = "fuhua", version, about)]
pub struct Cli {
    #[command(flatten)]
    flags: Flags,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the web page and the API; brings the database to today's schema first
    Serve,
    /// Bring the database to today's schema
    Migrate,
    /// Fill an empty database with an invented prefecture and print its accounts
    Demo,
    /// Bring a spreadsheet in: every fault is told, and either all rows are written or none. Exit status 0, 1 or 2
    Import(import::Import),
    /// Accounts from the command line
    #[command(subcommand)]
    Admin(Admin),
    /// Read everything and name what does not hold together; changes nothing. Exit status 0 or 1
    Check,
    /// Print the OpenAPI document
    Openapi,
}

#[derive(Debug, Subcommand)]
enum Admin {
    /// Create the first system administrator; the password is read from standard input
    Create {
        /// What is typed to sign in
        login: String,
        /// The person's name
        #[arg(long, default_value = "系统管理员")]
        name: String,
    },
    /// Make a new password for an account and print it
    ResetPassword {
        /// What is typed to sign in
        login: String,
    },
}

/// Why the program ends with something else than success.
#[derive(Debug)]
enum Exit {
    /// A wrong setting or argument: 2.
    Usage(String),
    /// Anything else: 1.
    Failed(String),
}

impl<E: std::error::Error> From<E> for Exit {
    fn from(error: E) -> Self {
        Self::Failed(error.to_string())
    }
}

/// Runs the program.
#[must_use]
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    // The engine's query parser and executor recurse deeply; debug builds overflow small stacks.
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().thread_stack_size(10 << 20).build() {
        Ok(runtime) => runtime,
        Err(error) => return report(&Exit::Failed(error.to_string())),
    };
    let outcome = runtime.block_on(async {
        match tokio::spawn(run(cli)).await {
            Ok(outcome) => outcome,
            Err(error) => Err(Exit::Failed(error.to_string())),
        }
    });
    // The engine closes its files in the background after the last handle is dropped.
    runtime.shutdown_timeout(Duration::from_secs(10));
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(exit) => report(&exit),
    }
}

fn report(exit: &Exit) -> ExitCode {
    let (text, code) = match exit {
        Exit::Usage(text) => (text, 2),
        Exit::Failed(text) => (text, 1),
    };
    let _ = writeln!(std::io::stderr(), "fuhua: {text}");
    ExitCode::from(code)
}

fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

async fn run(cli: Cli) -> Result<(), Exit> {
    if let Command::Openapi = cli.command {
        let house = in_memory().await?;
        let _ = std::io::stdout().write_all(crate::app::document(&house).as_bytes());
        return Ok(());
    }
    let config = Config::read(&cli.flags).map_err(Exit::Usage)?;
    crate::telemetry::start(&config).map_err(Exit::Usage)?;
    if matches!(cli.command, Command::Serve) {
        memory::frugal();
    }
    match cli.command {
        Command::Serve => serve(&config).await,
        Command::Migrate => {
            let db = open(&config).await?;
            let steps = migrate::migrate(&db, migrate::STEPS, Clock::System.now()).await?;
            say(&format!("{steps} migrations applied"));
            db.close(&config.place).await;
            Ok(())
        }
        Command::Demo => demo(&config).await,
        Command::Import(what) => {
            let file = what.read()?;
            let house = house(&config).await?;
            let outcome = import::run(&house, &what, file).await;
            shut(house, &config).await;
            outcome
        }
        Command::Check => check(&config).await,
        Command::Admin(admin) => {
            if matches!(admin, Admin::ResetPassword { .. }) {
                must_exist(&config)?;
            }
            let house = house(&config).await?;
            let outcome = administer(&house, admin).await;
            shut(house, &config).await;
            outcome
        }
        Command::Openapi => Ok(()),
    }
}

async fn administer(house: &House, admin: Admin) -> Result<(), Exit> {
    match admin {
        Admin::Create { login, name } => {
            let mut password = String::new();
            std::io::stdin().read_line(&mut password)?;
            let password = password.trim_end_matches(['\r', '\n']).to_owned();
            let new =
                NewAccount { login, name, locale: "zh-CN".into(), password: Some(password), ..NewAccount::default() };
            let row = crate::accounts::setup::create_first(house, new).await.map_err(explained)?;
            say(&format!("{} {}", row.id.0, row.login));
        }
        Admin::ResetPassword { login } => {
            let account = crate::accounts::store::find_by_login(&house.db, &login.to_lowercase())
                .await?
                .ok_or_else(|| Exit::Failed(format!("no account {login}")))?;
            let by = crate::journal::Acting::program("command line", house.now());
            let password =
                crate::accounts::service::reset_password(house, &by, account.id.0).await.map_err(explained)?;
            say(&password);
        }
    }
    Ok(())
}

/// A fault in a sentence, with its fields, for the terminal.
fn explained(fault: crate::fault::Fault) -> Exit {
    let problem = crate::http::Problem::from(fault);
    let fields: Vec<String> =
        problem.body.fields.iter().map(|field| format!("{}: {}", field.path, field.detail)).collect();
    Exit::Failed(if fields.is_empty() { problem.body.title } else { fields.join("; ") })
}

async fn open(config: &Config) -> Result<Db, Exit> {
    if config.place.url.starts_with("surrealkv://") {
        std::fs::create_dir_all(&config.data)
            .map_err(|error| Exit::Failed(format!("--data {}: {error}", config.data.display())))?;
    }
    let db = Db::open(&config.place).await.map_err(|error| match error {
        DbError::Busy(text) => Exit::Failed(text),
        other => Exit::Failed(format!("--db {}: {other}", config.place.url)),
    })?;
    Ok(db)
}

/// The engine makes an empty database of any path, a mistyped one too: who only looks must not.
fn must_exist(config: &Config) -> Result<(), Exit> {
    match config.place.url.strip_prefix("surrealkv://") {
        Some(path) if !std::path::Path::new(path).join("LOCK").exists() => {
            Err(Exit::Failed(format!("--db {}: there is no database", config.place.url)))
        }
        _ => Ok(()),
    }
}

async fn check(config: &Config) -> Result<(), Exit> {
    must_exist(config)?;
    let db = open(config).await?;
    let missing = migrate::missing(&db, migrate::STEPS).await?;
    if missing > 0 {
        return Err(Exit::Failed(format!("the database lacks {missing} migrations: run fuhua migrate first")));
    }
    let (house, mut found) = (house_of(config, db), 0u64);
    let read = crate::check::everything(&house, &mut |finding| {
        found += 1;
        say(&finding.to_string());
    })
    .await;
    shut(house, config).await;
    read?;
    if found > 0 {
        return Err(Exit::Failed(format!("{found} findings")));
    }
    say(&format!("all holds: {}", crate::check::INVARIANTS.join(", ")));
    Ok(())
}

async fn house(config: &Config) -> Result<SharedHouse, Exit> {
    let db = open(config).await?;
    migrate::migrate(&db, migrate::STEPS, Clock::System.now()).await?;
    Ok(house_of(config, db))
}

fn house_of(config: &Config, db: Db) -> SharedHouse {
    Arc::new(House {
        zone: config.zone,
        secure_cookies: config.secure_cookies,
        public_url: config.public_url.clone(),
        client_address_header: config.client_address_header.clone(),
        metrics_token: config.metrics_token.clone(),
        ..House::new(db, Blobs::at(config.data.join("files")))
    })
}

/// Fills an empty house; its clock is moved from the past to now, so it is a house of its own.
async fn demo(config: &Config) -> Result<(), Exit> {
    let now = Clock::System.now();
    let mut made = Arc::into_inner(house(config).await?).ok_or_else(|| Exit::Failed("the house is shared".into()))?;
    made.clock = Clock::fixed(crate::demo::beginning(now));
    let made = Arc::new(made);
    let filled = crate::demo::fill(&made, now).await.map_err(explained);
    shut(made, config).await;
    say("login\tpassword\trole\tscope");
    for account in filled? {
        say(&format!("{}\t{}\t{}\t{}", account.login, account.password, account.role, account.scope));
    }
    Ok(())
}

async fn in_memory() -> Result<SharedHouse, Exit> {
    let db = Db::open(&crate::db::Place::at("mem://")).await?;
    Ok(Arc::new(House::new(db, Blobs::at("."))))
}

async fn shut(house: SharedHouse, config: &Config) {
    match Arc::try_unwrap(house) {
        Ok(house) => house.db.close(&config.place).await,
        Err(_) => tracing::warn!("something still holds the database while the program ends"),
    }
}

async fn serve(config: &Config) -> Result<(), Exit> {
    let house = house(config).await?;
    if !crate::accounts::setup::setup_done(&house).await? {
        say(&format!("No administrator yet: open http://{} and give the word {}", config.listen, house.setup_word));
    }
    let ended = crate::spaces::ticks::expire_due(&house).await.map_err(|error| Exit::Failed(error.to_string()))?;
    if ended > 0 {
        tracing::info!(ended, "terms had run out while the service was away");
    }
    crate::applications::ticks::lapse_due(&house).await.map_err(|error| Exit::Failed(error.to_string()))?;
    crate::imports::jobs::resume(&house).await?;
    let app = crate::app::routes(&house);
    let ticker = scheduler::Ticker::start(crate::ticks::jobs(&house), config.zone).await?;
    say(&format!("fuhua serves http://{}", config.listen));
    let stop = async {
        let terminate = async {
            match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
                Ok(mut signal) => {
                    signal.recv().await;
                }
                Err(_) => std::future::pending().await,
            }
        };
        tokio::select! { () = terminate => {}, _ = tokio::signal::ctrl_c() => {} }
        tracing::info!("stopping: requests in flight are finished first");
    };
    memory::usual();
    Server::new(TcpListener::bind(config.listen))
        .run_with_graceful_shutdown(app, stop, Some(Duration::from_secs(30)))
        .await
        .map_err(|error| Exit::Failed(format!("--listen {}: {error}", config.listen)))?;
    ticker.stop(Duration::from_secs(20)).await;
    shut(house, config).await;
    Ok(())
}
