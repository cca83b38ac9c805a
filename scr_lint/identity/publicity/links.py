"""Where links lead: to pages that everybody can open, or to somewhere inside an organisation."""

from __future__ import annotations

import re
from urllib.parse import unquote

#: A path to a file on somebody's disk or on a server, as it stands in a text.
FILE_PATH = re.compile(
    r"(?:file:/*|smb:/*|(?<![\w\\])\\\\(?=[\w.-]+\\)|(?<![\w\\])\\(?=[\w.-]+\\[\w.$-]+\\)|(?<![\w.])[A-Za-z]:\\(?=\w)|"
    r"(?<![\w/.])/(?:home|Users|Volumes|mnt)/)[^\s<>|\"”]+"
)
_ON_DISK = re.compile(
    r"(?:file|smb|afp|ftp):|\\|//|[A-Za-z]:[\\/]|/(?:home|Users|Volumes|mnt)/", re.I
)
_SHARED = re.compile(
    r"https?://(?:[\w-]+\.)*(?:sharepoint\.com|onedrive\.live\.com|1drv\.ms|teams\.microsoft\.com|"
    r"(?:docs|drive)\.google\.com|dropbox\.com|app\.box\.com|egress\.com|huddle\.com|"
    r"basecamp\.com|[\w-]+\.(?:local|internal|intranet|corp|lan))(?![\w.-])",
    re.IGNORECASE,
)
_INTRANET = re.compile(r"https?://(?!localhost)[\w-]+(?::\d+)?(?:/|$)", re.IGNORECASE)
_PUBLIC = re.compile(r"(?:https?|tel):|#|$", re.IGNORECASE)


def leads_inside(target: str) -> bool:
    """Whether a target is a file on a disk or server, or a page that only staff can open."""
    target = unquote(target).strip()
    return any(found.match(target) for found in (_ON_DISK, _SHARED, _INTRANET))


def is_private(target: str) -> bool:
    """Whether a target says more than a public page does: a file, a mailbox, a page for staff."""
    target = unquote(target).strip()
    return leads_inside(target) or not _PUBLIC.match(target)
