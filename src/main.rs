//! The program `fuhua`.

fn main() -> std::process::ExitCode {
    fuhua::cli::main()
}
