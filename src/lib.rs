//! fuhua.
