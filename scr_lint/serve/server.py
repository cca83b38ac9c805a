"""The local page: its addresses, and what keeps everybody else out."""

from __future__ import annotations

import logging
import secrets
import socket
import threading
import webbrowser
from collections.abc import Callable
from importlib import resources
from urllib.parse import quote, unquote

from flask import Flask, Response, abort, jsonify, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.serving import BaseWSGIServer, make_server

from ..errors import DraftError
from ..readers import MAX_BYTES
from ..settings import Settings
from .jobs import Jobs, State

ADDRESS = "127.0.0.1"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}


def open_page(
    settings: Settings, *, port: int = 0, browser: bool = True, say: Callable[[str], None] = print
) -> None:
    """Shows the page until the program is stopped (Ctrl+C).

    `port` 0 takes any free one. With `browser`, the page opens by itself; its address is told
    through `say` in any case. Raises OSError if the port is taken.
    """
    server, address = make_page(settings, port)
    say(f"Drop drafts on the page at {address}")
    say("It can be reached from this computer only. Stop it with Ctrl+C; nothing is kept.")
    if browser:
        threading.Timer(0.3, webbrowser.open, [address]).start()
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()


def make_page(settings: Settings, port: int = 0) -> tuple[BaseWSGIServer, str]:
    """The server, ready to run, and the address of its page."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        trial.bind((ADDRESS, port))  # a port in use is said by us, not by the server
    token = secrets.token_urlsafe(24)
    # Its log would hold the names of drafts.
    logging.getLogger("werkzeug").disabled = True
    server = make_server(ADDRESS, port, _application(settings, token), threaded=True)
    return server, f"http://{ADDRESS}:{server.server_port}/{token}/"


def _application(settings: Settings, token: str) -> Flask:
    app = Flask(__name__, static_folder=None)
    app.config["MAX_CONTENT_LENGTH"] = MAX_BYTES
    app.logger.disabled = True
    jobs = Jobs(settings)

    @app.before_request
    def only_from_here() -> None:
        # A page elsewhere may point a name of its own at this machine: the name must be ours.
        host = request.host.rsplit(":", 1)[0]
        given = (request.view_args or {}).get("token", "")
        if host not in {ADDRESS, "localhost"} or not secrets.compare_digest(
            given.encode(), token.encode()
        ):
            abort(404)

    @app.after_request
    def keep_nothing(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers.setdefault("Content-Security-Policy", _POLICY)
        return response

    @app.get("/<token>/")
    def start(token: str) -> str:
        return render_template("serve.html.j2", token=token)

    @app.get("/<token>/static/<name>")
    def static_file(token: str, name: str) -> Response:
        kinds = {"serve.js": "text/javascript", "serve.css": "text/css"}
        if name not in kinds:
            abort(404)
        text = (resources.files(__package__) / "static" / name).read_text(encoding="utf-8")
        return Response(text, mimetype=kinds[name])

    @app.post("/<token>/drafts")
    def take(token: str) -> ResponseReturnValue:
        # The body is the file itself: parts of a form may be put into temporary files.
        name = unquote(request.headers.get("X-File-Name", ""))
        name = name.replace("\\", "/").rsplit("/", 1)[-1].strip() or "draft"
        key = jobs.add(name, request.get_data(cache=False))
        return jsonify(progress=url_for("progress", token=token, key=key)), 202

    @app.get("/<token>/drafts/<key>")
    def progress(token: str, key: str) -> ResponseReturnValue:
        job = jobs.get(key) or abort(404)
        answer: dict[str, object] = {
            "name": job.name,
            "state": job.state,
            "doing": job.doing,
            "message": job.message,
        }
        if job.state is State.DONE and job.result is not None:
            answer["page"] = url_for("page", token=token, key=key)
            answer["counts"] = {s.value: n for s, n in job.result.counts.items()}
            answer["unread"] = len(job.result.unread)
            if job.result.draft.format in _KINDS:
                answer["copy"] = url_for("copy", token=token, key=key)
                answer["format"] = job.result.draft.format
        return jsonify(answer)

    @app.get("/<token>/drafts/<key>/page")
    def page(token: str, key: str) -> Response:
        job = jobs.get(key) or abort(404)
        if job.state is not State.DONE:
            abort(404)
        response = Response(job.page, mimetype="text/html")
        # The page brings a policy of its own that lets nothing in or out.
        response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        return response

    @app.get("/<token>/drafts/<key>/copy")
    def copy(token: str, key: str) -> ResponseReturnValue:
        job = jobs.get(key) or abort(404)
        try:
            made, name = job.copy_with_findings()
        except DraftError as error:
            return jsonify(message=str(error)), 409
        except Exception as error:
            # No word of the draft, and no traceback with the address of the page, goes anywhere.
            message = f"The copy could not be made: a fault in scr-lint ({type(error).__name__})."
            return jsonify(message=message), 500
        kind = _KINDS.get(name.rsplit(".", 1)[-1].lower(), "application/octet-stream")
        disposition = f"attachment; filename*=UTF-8''{quote(name)}"
        return Response(made, mimetype=kind, headers={"Content-Disposition": disposition})

    @app.errorhandler(413)
    def too_large(_: Exception) -> ResponseReturnValue:
        return jsonify(message="The file is larger than 200 MB, more than scr-lint reads."), 413

    return app
