//! The program `fuhua`.

#[global_allocator]
static ALLOCATOR: memory::MiMalloc = memory::MiMalloc;

fn main() -> std::process::ExitCode {
    memory::give_back();
    fuhua::cli::main()
}
