//! The program `fuhua`.

#[global_allocator]
static ALLOCATOR: memory::MiMalloc = memory::MiMalloc;

fn main() -> std::process::ExitCode {
    fuhua::cli::main()
}
