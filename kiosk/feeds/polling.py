"""Pages of web servers, asked for again and again, whatever those answer.

A server that fails is asked again soon, then ever less often, and never all screens at once: half
of each wait is chance. The longest wait is short enough that rows are back within seconds.
"""

from __future__ import annotations

import http.client
import ssl
import urllib.error
import urllib.request
from typing import IO, TYPE_CHECKING
from urllib.parse import urlsplit

from kiosk.data.records import Records
from kiosk.feeds.files import MOST_BYTES, too_big
from kiosk.phrases import Phrase, phrase
from kiosk.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from kiosk.data.feed import Line

FIRST_WAIT_S, LONGEST_WAIT_S, GROWTH = 0.5, 4.0, 2.0
SILENT_S = 4.0  # without a byte
_LONGEST_S = 15.0  # for a whole answer
_SLOWEST = 10_000  # bytes a second, where an answer takes longer than a silence may
_CHUNK = 65_536
_LONGEST = 80  # characters of what the system says
_AGENT = "kiosk"


@dataclass(frozen=True, slots=True)
class Page:
    """What a server gave. content: None where it is what it was. tag: of this state of it."""

    content: bytes | None
    tag: str = ""
    changed: str = ""


_NOTHING = Page(None)


def follow_page(
    line: Line, url: str, every_s: float, secret: str, read: Callable[[bytes], Records | Phrase]
) -> None:
    """Tells `line` the rows of the page, which `read` takes from its content, as they change."""
    known, failures = _NOTHING, 0
    wait_s = 0.0
    while not line.wait(wait_s):
        asked_at = line.now()
        page = asked(line, url, secret, known)
        if isinstance(page, Page) and page.content is None:
            line.reached()
            failures = 0
        else:
            answer = read(page.content or b"") if isinstance(page, Page) else page
            if isinstance(answer, Phrase):
                line.fail(answer)
            if isinstance(page, Page) and isinstance(answer, Records) and line.tell(answer):
                known, failures = page, 0
            else:
                known, failures = _NOTHING, failures + 1
        spent_s = line.now() - asked_at
        wait_s = waited(failures, line.chance(), spent_s) if failures else every_s


def waited(failures: int, chance: float, spent_s: float = 0.0) -> float:
    """Seconds until a server that has failed so often is asked again.

    chance: from 0 to 1. spent_s: how long it took to fail; so long less, but never at once.
    """
    longest = min(LONGEST_WAIT_S, FIRST_WAIT_S * GROWTH ** min(failures - 1, 10))
    return max(longest - spent_s, FIRST_WAIT_S) * (0.5 + 0.5 * chance)


def asked(
    line: Line, url: str, secret: str = "", known: Page = _NOTHING, silent_s: float = SILENT_S
) -> Page | Phrase:
    """What the server gives now, or why it gives nothing.

    known: what it gave before. silent_s: how long it may be silent.
    """
    request = urllib.request.Request(url, headers=_headers(secret, known))  # noqa: S310 - http(s)
    try:
        with _opener(line).open(request, timeout=silent_s) as answer:
            content = _content(answer, silent_s, line.now)
            if isinstance(content, Phrase):
                return content
            tag, changed = (answer.headers.get(n) or "" for n in ("ETag", "Last-Modified"))
            return Page(content, tag, changed)
    except _NotAllowedError as error:
        return phrase("it leads to '{host}', which is not allowed here", host=error.host)
    except urllib.error.HTTPError as error:
        with error:
            is_same = error.code == http.client.NOT_MODIFIED and (known.tag or known.changed)
            return Page(None) if is_same else phrase("it answers {status}", status=error.code)
    except TimeoutError:
        return phrase("it takes longer than {seconds} s", seconds=f"{silent_s:g}")
    except (http.client.HTTPException, ValueError):
        return phrase("it is no answer of a web server")
    except OSError as error:
        return _why(error, silent_s)


def _headers(secret: str, known: Page) -> dict[str, str]:
    headers = {"User-Agent": _AGENT, "Accept": "application/json, text/csv;q=0.9, */*;q=0.1"}
    headers["Accept-Encoding"] = "identity"  # what is packed small may be large
    if secret:
        headers["Authorization"] = f"Bearer {secret}"
    if known.tag:
        headers["If-None-Match"] = known.tag
    if known.changed:
        headers["If-Modified-Since"] = known.changed
    return headers


def _content(
    answer: http.client.HTTPResponse, silent_s: float, now: Callable[[], float]
) -> bytes | Phrase:
    """The body, as long as it is not too large and does not take too long."""
    found, began = bytearray(), now()
    while chunk := answer.read1(_CHUNK):
        found += chunk
        if len(found) > MOST_BYTES:
            return too_big(MOST_BYTES)
        longest_s = min(_LONGEST_S, max(silent_s, len(found) // _SLOWEST))
        if now() - began > longest_s:
            return phrase("it takes longer than {seconds} s", seconds=f"{longest_s:g}")
    told = answer.headers.get("Content-Length") or ""
    if told.isdecimal() and len(found) < int(told):
        return phrase("its answer is cut off")
    return bytes(found)


class _NotAllowedError(Exception):
    """A server leads to another host that may not be asked."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.host = host


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows where a server leads, to hosts that are allowed; secrets are told to none of them."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str,
        headers: http.client.HTTPMessage, newurl: str,
    ) -> urllib.request.Request | None:  # fmt: skip
        """What is asked instead. Raises _NotAllowedError."""
        there = urlsplit(newurl)
        if there.scheme not in {"http", "https"} or not self._line.allows(there.hostname or ""):
            raise _NotAllowedError(there.hostname or newurl[:_LONGEST])
        request = super().redirect_request(req, fp, code, msg, headers, newurl)
        if request is not None and there.netloc != urlsplit(req.full_url).netloc:
            request.remove_header("Authorization")
        return request


def _opener(line: Line) -> urllib.request.OpenerDirector:
    """What asks: nothing but http and https."""
    opener = urllib.request.OpenerDirector()
    context = ssl.create_default_context()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(context=context),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _Redirects(line),
    ):
        opener.add_handler(handler)
    return opener


def _why(error: OSError, silent_s: float) -> Phrase:
    """Why a server cannot be reached."""
    reason: object = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return phrase("it takes longer than {seconds} s", seconds=f"{silent_s:g}")
    said = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
    return phrase("it cannot be reached: {reason}", reason=said[:_LONGEST])
