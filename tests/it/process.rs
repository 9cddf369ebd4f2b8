//! The real program as a child process: settings, signals, crashes, a full disk.

mod cluster;
mod crash;
mod service;
mod settings;
