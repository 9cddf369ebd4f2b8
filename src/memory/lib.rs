//! The allocator of the program, and when it gives memory back.
//!
//! The engine makes many small things for each query, and so do answers in JSON: with the system's
//! allocator `fuhua check` takes two thirds longer, and the slowest reads of 32 clients twice as long.
//! But mimalloc keeps for later what was in use once, and a house that nobody asks never comes to that
//! later: it would sit on what only its start needed, 119 MB instead of some 90.

pub use mimalloc::MiMalloc;

/// `mi_option_purge_delay` of mimalloc.h; the bindings have no name for it.
const PURGE_DELAY: libmimalloc_sys::mi_option_t = 15;
/// The allocator's own choice, milliseconds.
const USUAL: std::ffi::c_long = 10;

fn purge_after(milliseconds: std::ffi::c_long) {
    // SAFETY: sets a number that the allocator reads when it next frees a page; any thread may do so at
    // any time, and an option that is not there is left alone.
    unsafe { libmimalloc_sys::mi_option_set(PURGE_DELAY, milliseconds) }
}

/// Pages that nothing is in go back to the system at once: while the program starts.
pub fn frugal() {
    purge_after(0);
}

/// They are kept for a while, since the next answer needs them again: at once costs a third of the speed.
pub fn usual() {
    purge_after(USUAL);
}
