//! Wrong settings and wrong databases are refused in one line.

use fuhua::db::{Db, Place, Tx, migrate};

use super::service::{Service, complaint, finish, free_port, program, run, run_with};
use crate::world::morning;

#[tokio::test]
async fn a_wrong_setting_ends_with_two_and_one_line_that_names_it() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let data = data.to_string_lossy();
    let config = folder.path().join("fuhua.toml");
    std::fs::write(&config, "lisen = \"x\"\n").unwrap();
    let config = config.to_string_lossy();
    for (arguments, named) in [
        (vec!["--listen", "everywhere"], "--listen"),
        (vec!["--listen", "localhost"], "--listen"),
        (vec!["--db", "ftp://x"], "--db"),
        (vec!["--zone", "25"], "--zone"),
        (vec!["--public-url", "fuhua.example.org"], "--public-url"),
        (vec!["--public-url", "https://"], "--public-url"),
        (vec!["--log-format", "xml"], "--log-format"),
        (vec!["--log", "fuhua=loud"], "--log"),
        (vec!["--config", "/nowhere/fuhua.toml"], "--config"),
        (vec!["--config", &config], "lisen"),
    ] {
        let output = run(&[&["serve", "--data", &data], &arguments[..]].concat()).await;
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {output:?}");
        let said = complaint(&output);
        assert!(said.starts_with("fuhua: ") && said.contains(named), "{said}");
    }
    assert!(!folder.path().join("data").exists(), "nothing was made");
}

#[tokio::test]
async fn variables_are_settings_too_and_flags_are_before_them() {
    let folder = tempfile::tempdir().unwrap();
    let port = free_port();
    let mut command = program(&["serve"]);
    command.env("FUHUA_LISTEN", "x").current_dir(folder.path());
    let output = finish(command, "").await;
    assert_eq!((output.status.code(), complaint(&output).contains("--listen x")), (Some(2), true));
    let mut command = program(&["serve", "--listen", &format!("127.0.0.1:{port}")]);
    command.env("FUHUA_LISTEN", "x").env("FUHUA_DATA", folder.path().join("there"));
    let service = Service::start_as(command, port).await;
    assert!(folder.path().join("there/db").exists());
    service.signal("TERM");
    assert!(service.ended().await.success());
}

#[tokio::test]
async fn who_only_looks_makes_no_database() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("mistyped");
    let data = data.to_string_lossy();
    for arguments in [vec!["check"], vec!["admin", "reset-password", "x"]] {
        let output = run(&[&arguments[..], &["--data", &data]].concat()).await;
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(complaint(&output).ends_with("there is no database"), "{output:?}");
    }
    assert!(!folder.path().join("mistyped").exists());
}

#[tokio::test]
async fn two_on_one_folder_are_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_string_lossy();
    let service = Service::start(folder.path()).await;
    for command in ["serve", "migrate", "check"] {
        let output = run(&[command, "--data", &data, "--listen", &format!("127.0.0.1:{}", free_port())]).await;
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(complaint(&output).ends_with("is in use by another fuhua process; stop it first"), "{output:?}");
    }
    // And a taken address.
    let other = tempfile::tempdir().unwrap();
    let listen = format!("127.0.0.1:{}", service.port);
    let output = run(&["serve", "--data", &other.path().to_string_lossy(), "--listen", &listen, "--log", "off"]).await;
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    assert!(complaint(&output).contains(&format!("--listen {listen}")), "{output:?}");
}

/// A database of the program's own, then changed by `sql`.
async fn tampered(folder: &std::path::Path, sql: &str) {
    let url = format!("surrealkv://{}", folder.join("db").display());
    let db = Db::open(&Place::at(url)).await.unwrap();
    migrate::migrate(&db, migrate::STEPS, morning()).await.unwrap();
    let mut tx = Tx::new();
    tx.run(sql);
    db.commit(tx).await.unwrap();
    drop(db);
    let lock = folder.join("db/LOCK");
    while !std::fs::File::options().write(true).open(&lock).is_ok_and(|file| file.try_lock().is_ok()) {
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

#[tokio::test]
async fn a_changed_a_newer_and_an_older_database_are_told_in_one_line() {
    for (sql, command, said) in [
        ("UPDATE schema_migration:1 SET checksum = 'x'", "serve", "migration 1 (0001_house) was changed"),
        ("UPDATE schema_migration:1 SET checksum = 'x'", "check", "migration 1 (0001_house) was changed"),
        (
            "CREATE schema_migration:9999 CONTENT { number: 9999, name: 'x', checksum: 'x', at: time::now() }",
            "migrate",
            "the database has migration 9999, which this program does not know",
        ),
        ("DELETE schema_migration:1", "check", "the database lacks 1 migrations: run fuhua migrate first"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        tampered(folder.path(), sql).await;
        let output = run(&[command, "--data", &folder.path().to_string_lossy(), "--log", "off"]).await;
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(complaint(&output).contains(said), "{output:?}");
    }
}

#[tokio::test]
async fn the_first_administrator_is_made_once_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().to_string_lossy();
    let create = |login: &'static str| ["admin", "create", login, "--data"];
    let weak = run_with(&[&create("first")[..], &[&data]].concat(), "short\n").await;
    assert_eq!(weak.status.code(), Some(1), "{weak:?}");
    let first = run_with(&[&create("first")[..], &[&data]].concat(), "seven grey herons wade\n").await;
    assert!(first.status.success(), "{first:?}");
    assert!(String::from_utf8_lossy(&first.stdout).starts_with("acc_"), "{first:?}");
    let second = run_with(&[&create("second")[..], &[&data]].concat(), "seven grey herons wade\n").await;
    assert_eq!(second.status.code(), Some(1), "{second:?}");
    let reset = run(&["admin", "reset-password", "first", "--data", &data]).await;
    assert!(reset.status.success(), "{reset:?}");
    let password = String::from_utf8_lossy(&reset.stdout).trim().to_owned();
    let service = Service::start(folder.path()).await;
    let first = service.sign_in("first", &password).await;
    assert_eq!(first.get("/session").await["must_change_password"], true);
    let check = run(&["check", "--data", &data]).await;
    assert_eq!(check.status.code(), Some(1), "the service holds the folder: {check:?}");
}
