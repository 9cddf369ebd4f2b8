//! Settings: by flag, by `FUHUA_*` variable, by `fuhua.toml`, in that order; then the default.

use std::{net::SocketAddr, path::PathBuf};

use clap::Args;
use serde::Deserialize;

use crate::db::Place;

/// Settings of the service as given by flag or variable.
#[derive(Debug, Clone, Default, Args)]
pub struct Flags {
    /// Folder of the data: database, attachments, backups. Made when it is missing [default: ./data]
    #[arg(long, env = "FUHUA_DATA", global = true)]
    pub data: Option<PathBuf>,
    /// Database: surrealkv://PATH, mem://, ws://HOST:PORT or wss://HOST:PORT [default: surrealkv://DATA/db]
    #[arg(long, env = "FUHUA_DB", global = true)]
    pub db: Option<String>,
    /// User at a database server
    #[arg(long, env = "FUHUA_DB_USER", global = true)]
    pub db_user: Option<String>,
    /// Password at a database server
    #[arg(long, env = "FUHUA_DB_PASSWORD", global = true, hide_env_values = true)]
    pub db_password: Option<String>,
    /// Address to listen at [default: 127.0.0.1:8080]
    #[arg(long, env = "FUHUA_LISTEN", global = true)]
    pub listen: Option<String>,
    /// The institution's zone as an offset from UTC in hours [default: 8, Asia/Shanghai]
    #[arg(long, env = "FUHUA_ZONE", global = true, allow_hyphen_values = true)]
    pub zone: Option<i32>,
    /// Mark cookies `Secure`: set when people reach the service by https [default: false]
    #[arg(long, env = "FUHUA_SECURE_COOKIES", global = true)]
    pub secure_cookies: Option<bool>,
    /// Address by which people reach the service, such as https://fuhua.example.org: printed on papers, with the QR code
    /// by which they are looked up [default: none, papers name the page and the code alone]
    #[arg(long, env = "FUHUA_PUBLIC_URL", global = true)]
    pub public_url: Option<String>,
    /// Header in which a proxy in front says from which address a request came, such as X-Forwarded-For;
    /// only when every request comes through that proxy [default: none, the address of the connection]
    #[arg(long, env = "FUHUA_CLIENT_ADDRESS_HEADER", global = true)]
    pub client_address_header: Option<String>,
    /// Word by which a collector on another machine reads /metrics, as `Authorization: Bearer WORD`
    /// [default: none, only this machine reads it]
    #[arg(long, env = "FUHUA_METRICS_TOKEN", global = true, hide_env_values = true)]
    pub metrics_token: Option<String>,
    /// Form of the log: text or json [default: text]
    #[arg(long, env = "FUHUA_LOG_FORMAT", global = true)]
    pub log_format: Option<String>,
    /// What is logged, such as `info` or `fuhua=debug,warn` [default: info,surrealdb=warn,surrealkv=warn,tokio_cron_scheduler=warn]
    #[arg(long, env = "FUHUA_LOG", global = true)]
    pub log: Option<String>,
    /// File with settings [default: ./fuhua.toml when it is there]
    #[arg(long, env = "FUHUA_CONFIG", global = true)]
    pub config: Option<PathBuf>,
}

/// Settings as written in `fuhua.toml`; the same names as the flags, with underscores.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    data: Option<PathBuf>,
    db: Option<String>,
    db_user: Option<String>,
    db_password: Option<String>,
    listen: Option<String>,
    zone: Option<i32>,
    secure_cookies: Option<bool>,
    public_url: Option<String>,
    client_address_header: Option<String>,
    metrics_token: Option<String>,
    log_format: Option<String>,
    log: Option<String>,
}

/// Form of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// Settings, complete and checked.
#[derive(Debug, Clone)]
pub struct Config {
    /// Folder of the data.
    pub data: PathBuf,
    /// Where the database is.
    pub place: Place,
    /// Address to listen at.
    pub listen: SocketAddr,
    /// Offset of the institution's zone.
    pub zone: chrono::FixedOffset,
    /// Mark cookies `Secure`.
    pub secure_cookies: bool,
    /// How people reach the service, without a slash at the end.
    pub public_url: Option<String>,
    /// Header with the address of the client, set by a proxy in front.
    pub client_address_header: Option<String>,
    /// The word by which another machine may read `/metrics`.
    pub metrics_token: Option<String>,
    /// Form of the log.
    pub log_format: LogFormat,
    /// What is logged.
    pub log: String,
}

impl Config {
    /// Settings from flags and variables, then the file, then the defaults.
    ///
    /// # Errors
    /// One line that names the wrong setting.
    pub fn read(flags: &Flags) -> Result<Self, String> {
        let file = match &flags.config {
            Some(path) => {
                Some(std::fs::read_to_string(path).map_err(|error| format!("--config {}: {error}", path.display()))?)
            }
            None => std::fs::read_to_string("fuhua.toml").ok(),
        };
        let file: File = match file {
            Some(text) => toml::from_str(&text).map_err(|error| {
                format!("fuhua.toml: {}", error.to_string().lines().map(str::trim).collect::<Vec<_>>().join(" "))
            })?,
            None => File::default(),
        };
        let data = flags.data.clone().or(file.data).unwrap_or_else(|| "data".into());
        let data = std::path::absolute(&data).map_err(|error| format!("--data {}: {error}", data.display()))?;
        let url = flags.db.clone().or(file.db).unwrap_or_else(|| format!("surrealkv://{}", data.join("db").display()));
        let known = ["surrealkv://", "mem://", "ws://", "wss://"];
        if !known.iter().any(|scheme| url.starts_with(scheme)) {
            return Err(format!("--db {url}: must begin with one of {}", known.join(", ")));
        }
        let mut place = Place::at(url);
        place.credentials = flags.db_user.clone().or(file.db_user).zip(flags.db_password.clone().or(file.db_password));
        let listen = flags.listen.clone().or(file.listen).unwrap_or_else(|| "127.0.0.1:8080".into());
        let listen =
            listen.parse().map_err(|_| format!("--listen {listen}: must be ADDRESS:PORT, such as 0.0.0.0:8080"))?;
        let hours = flags.zone.or(file.zone).unwrap_or(8);
        let zone = (-12..=14)
            .contains(&hours)
            .then(|| chrono::FixedOffset::east_opt(hours * 3600))
            .flatten()
            .ok_or_else(|| format!("--zone {hours}: must be between -12 and 14"))?;
        let header = flags.client_address_header.clone().or(file.client_address_header);
        if let Some(name) =
            header.as_deref().filter(|name| poem::http::HeaderName::from_bytes(name.as_bytes()).is_err())
        {
            return Err(format!(
                "--client-address-header {name}: must be the name of a header, such as X-Forwarded-For"
            ));
        }
        let public_url = flags.public_url.clone().or(file.public_url).map(|url| url.trim_end_matches('/').to_owned());
        let web =
            |url: &str| url.parse::<poem::http::Uri>().is_ok_and(|uri| uri.host().is_some() && uri.query().is_none());
        if let Some(url) = public_url.as_deref()
            && !(["http://", "https://"].iter().any(|scheme| url.starts_with(scheme)) && web(url))
        {
            return Err(format!("--public-url {url}: must be an address such as https://fuhua.example.org"));
        }
        let log_format = match flags.log_format.clone().or(file.log_format).as_deref() {
            None | Some("text") => LogFormat::Text,
            Some("json") => LogFormat::Json,
            Some(other) => return Err(format!("--log-format {other}: must be text or json")),
        };
        Ok(Self {
            data,
            place,
            listen,
            zone,
            secure_cookies: flags.secure_cookies.or(file.secure_cookies).unwrap_or(false),
            public_url,
            client_address_header: header,
            metrics_token: flags.metrics_token.clone().or(file.metrics_token),
            log_format,
            log: flags
                .log
                .clone()
                .or(file.log)
                .unwrap_or_else(|| "info,surrealdb=warn,surrealkv=warn,tokio_cron_scheduler=warn".into()),
        })
    }
}
