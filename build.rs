//! Keeps `cargo build` working before the web has been built.

fn main() {
    println!("cargo:rerun-if-changed=web/dist");
    let page = std::path::Path::new("web/dist/index.html");
    if !page.exists() && std::fs::create_dir_all("web/dist").is_ok() {
        let _ =
            std::fs::write(page, "<!doctype html><title>fuhua</title><p>The web has not been built: run `make web`.");
    }
}
