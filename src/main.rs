//! The program `fuhua`.

/// The engine makes many small things for each query; the system's allocator took a sixth of the time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    fuhua::cli::main()
}
