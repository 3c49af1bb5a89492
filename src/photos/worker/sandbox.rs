//! What a photo worker gives up before it reads a stranger's first byte: memory, processor time, files, network,
//! other processes. Invariant: none of it can be taken back, and decoding needs none of it.

use std::io;
use std::process;

use landlock::{ABI, Access, AccessFs, AccessNet, Ruleset, RulesetAttr, RulesetStatus, Scope};
use rustix::process::{Resource, Rlimit, setrlimit};
use seccompiler::{
    BpfProgram, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter, SeccompRule,
    TargetArch,
};

use super::protocol::Lacking;

/// How many bytes a worker may take beyond the program itself. The costliest photo that the limits let in, a CMYK
/// JPEG of 49 megapixels with a profile, takes 340 MB; with the program's own pages a worker stays under 400 MB.
pub const WORKING_MEMORY: u64 = 350_000_000;

#[cfg(target_arch = "x86_64")]
const ARCH: TargetArch = TargetArch::x86_64;
#[cfg(target_arch = "aarch64")]
const ARCH: TargetArch = TargetArch::aarch64;

#[derive(Debug, thiserror::Error)]
pub enum SandboxError {
    #[error("a limit of the process could not be set: {0}")]
    Limit(#[from] rustix::io::Errno),
    #[error("the kernel has landlock, but did not enter it: {0}")]
    Landlock(#[from] landlock::RulesetError),
    #[error("the filter of system calls could not be built: {0}")]
    Filter(#[from] seccompiler::BackendError),
    #[error("the kernel has seccomp, but did not enter it: {0}")]
    Seccomp(seccompiler::Error),
}

/// Enters the sandbox for good. `prepare` starts what needs threads, when files and network are already closed; it
/// returns its own value and the address space that the program has by then. `processor_seconds` limits the worker's
/// whole life. A wall that the kernel lacks is reported, and is no error.
pub fn enter<T>(
    prepare: impl FnOnce() -> (T, u64),
    processor_seconds: u64,
    leaves_out: Lacking,
) -> Result<(Lacking, T), SandboxError> {
    // Landlock binds this thread and those that it starts from here on; the seccomp filter binds all threads.
    let lacks_landlock = leaves_out.landlock || !no_paths_and_no_network()?;
    let (prepared, mapped_bytes) = prepare();
    limits(mapped_bytes, processor_seconds)?;
    let lacks_seccomp = leaves_out.seccomp || !only_known_calls()?;
    Ok((Lacking { landlock: lacks_landlock, seccomp: lacks_seccomp }, prepared))
}

/// Returns false if the kernel has no landlock.
fn no_paths_and_no_network() -> Result<bool, SandboxError> {
    // Rights that this kernel does not know are left out; seccomp below refuses the same calls.
    let newest = ABI::V7;
    let status = Ruleset::default()
        .handle_access(AccessFs::from_all(newest))?
        .handle_access(AccessNet::from_all(newest))?
        .scope(Scope::from_all(newest))?
        .create()?
        .restrict_self()?;
    Ok(status.ruleset != RulesetStatus::NotEnforced)
}

fn limits(mapped_bytes: u64, processor_seconds: u64) -> Result<(), SandboxError> {
    let limits = [
        // Counts shared mappings too, which RLIMIT_DATA does not.
        (Resource::As, mapped_bytes + WORKING_MEMORY),
        (Resource::Cpu, processor_seconds),
        (Resource::Nofile, 0),
        (Resource::Core, 0),
        (Resource::Fsize, 0),
        // Does not bind root; the filter below binds everyone.
        (Resource::Nproc, 0),
        (Resource::Memlock, 0),
    ];
    for (resource, most) in limits {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}

/// Returns false if the kernel has no seccomp. A call that is not listed fails with EPERM, so that a library that
/// only tries something goes on without it.
fn only_known_calls() -> Result<bool, SandboxError> {
    let filter: BpfProgram = SeccompFilter::new(
        known_calls()?.into_iter().collect(),
        SeccompAction::Errno(libc::EPERM as u32),
        SeccompAction::Allow,
        ARCH,
    )?
    .try_into()?;
    match seccompiler::apply_filter_all_threads(&filter) {
        Ok(()) => Ok(true),
        Err(seccompiler::Error::Seccomp(error) | seccompiler::Error::Prctl(error)) if is_unknown(&error) => {
            Ok(false)
        }
        Err(error) => Err(SandboxError::Seccomp(error)),
    }
}

/// True for an error that a kernel without seccomp gives.
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(libc::ENOSYS | libc::EINVAL))
}

/// The allowed calls: for the three pipes, the process's own status, memory that can't be executed, and the exit.
fn known_calls() -> Result<Vec<(i64, Vec<SeccompRule>)>, SandboxError> {
    let always = [
        libc::SYS_pread64,
        libc::SYS_close,
        libc::SYS_brk,
        libc::SYS_munmap,
        libc::SYS_mremap,
        libc::SYS_madvise,
        libc::SYS_futex,
        libc::SYS_getrandom,
        libc::SYS_clock_gettime,
        libc::SYS_clock_nanosleep,
        libc::SYS_sched_yield,
        libc::SYS_getpid,
        libc::SYS_gettid,
        libc::SYS_rt_sigaction,
        libc::SYS_rt_sigprocmask,
        libc::SYS_rt_sigreturn,
        libc::SYS_sigaltstack,
        // A new thread makes these calls; one that was started before may not have made them yet.
        libc::SYS_rseq,
        libc::SYS_set_robust_list,
        libc::SYS_restart_syscall,
        libc::SYS_exit,
        libc::SYS_exit_group,
    ];
    let no_code = || masked(2, libc::PROT_EXEC as u64, 0);
    // Private memory, backed by no file.
    let private = (libc::MAP_PRIVATE | libc::MAP_ANONYMOUS) as u64;
    let private = masked(3, (libc::MAP_TYPE | libc::MAP_ANONYMOUS) as u64, private)?;
    let file = |compare, number| SeccompCondition::new(0, SeccompCmpArgLen::Dword, compare, number);
    let itself = SeccompCondition::new(0, SeccompCmpArgLen::Dword, SeccompCmpOp::Eq, process::id().into())?;
    let mut calls: Vec<_> = always.into_iter().map(|call| (call, Vec::new())).collect();
    calls.push((libc::SYS_read, vec![SeccompRule::new(vec![file(SeccompCmpOp::Eq, 0)?])?]));
    for call in [libc::SYS_write, libc::SYS_writev] {
        calls.push((call, vec![SeccompRule::new(vec![file(SeccompCmpOp::Le, 2)?])?]));
    }
    calls.push((libc::SYS_mmap, vec![SeccompRule::new(vec![no_code()?, private])?]));
    calls.push((libc::SYS_mprotect, vec![SeccompRule::new(vec![no_code()?])?]));
    // A process aborts by sending a signal to itself.
    calls.push((libc::SYS_tgkill, vec![SeccompRule::new(vec![itself])?]));
    Ok(calls)
}

fn masked(argument: u8, mask: u64, value: u64) -> Result<SeccompCondition, SandboxError> {
    let compare = SeccompCmpOp::MaskedEq(mask);
    Ok(SeccompCondition::new(argument, SeccompCmpArgLen::Dword, compare, value)?)
}
