"""What the system says of files, in a plain sentence: what happened, where, and what to do."""

import errno

ROOM = "there is no room left on the disk of {}; make room on that disk, and try again"
RIGHTS = "you may not read or write {}; choose a place that you may read and write, or change the rights of this one"
BUSY = "{} is used by another program; close that, and try again"
_NO_FOLDER = "the folder of {} is not there, or takes no files; make that folder first, or choose another place"
_IN_A_FILE = "{} cannot be there, as what should be its folder is a file; choose another place"
_BY_ERRNO = {
    errno.ENOSPC: ROOM,
    errno.EDQUOT: ROOM,
    errno.EACCES: RIGHTS,
    errno.EPERM: RIGHTS,
    errno.EROFS: "{} is on a disk that cannot be written to; choose a place on another",
    errno.ENOENT: _NO_FOLDER,
    errno.ENOTDIR: _IN_A_FILE,
    errno.EEXIST: _IN_A_FILE,
    errno.EISDIR: "{} is a folder; name a file",
    errno.ENAMETOOLONG: "the name {} is too long; choose a shorter one",
    errno.EBUSY: BUSY,
}


def trouble(error: OSError, path: object) -> str:
    """Return what went wrong with the file or folder at `path`, and what to do, without a full stop."""
    words = _BY_ERRNO.get(error.errno or 0)
    return words.format(path) if words else f"{error.strerror or error} ({path}); try again at a place on another disk"
