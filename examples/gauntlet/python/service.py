"""A service in another language: it is given the id of a session, and asks Yoti what became of it when it is asked itself."""
import http.client
import json
import os
import time
import urllib.error
import urllib.request
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ORDERED = ["IBV_VISUAL_REVIEW_CHECK", "PROFILE_DOCUMENT_MATCH", "DOCUMENT_SCHEME_VALIDITY_CHECK"]


def recommendation(check):
    return check.get("report", {}).get("recommendation", {}).get("value")


def decide(session):
    checks = session.get("checks") or []
    if session["state"] == "EXPIRED":
        return "no"
    if session["state"] != "COMPLETED":
        return "wait"
    if any(recommendation(check) == "REJECT" for check in checks):
        return "no"
    approved = {check["type"] for check in checks if check["state"] == "DONE" and recommendation(check) == "APPROVE"}
    return "yes" if set(ORDERED) <= approved else "no"


not_before = 0.0


def ask(session_id):
    """What became of a session; nothing is asked while Yoti wants to be left alone."""
    global not_before
    if time.monotonic() < not_before:
        return "wait"
    try:
        with urllib.request.urlopen(f"{os.environ['YOTI_API_URL']}/sessions/{session_id}", timeout=2) as answer:
            return decide(json.load(answer))
    except urllib.error.HTTPError as error:
        not_before = time.monotonic() + float(error.headers.get("Retry-After", 0.3))
        return "gone" if error.code == 404 else "wait"
    except (OSError, ValueError, http.client.HTTPException):
        not_before = time.monotonic() + 0.3
        return "wait"


class Handler(BaseHTTPRequestHandler):
    def answer(self, value):
        body = json.dumps(value).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        session_id = self.path.rsplit("/", 1)[-1]
        self.answer({"answer": ask(session_id) if session_id else "ready"})

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        self.answer({"id": json.loads(self.rfile.read(length))["session"]})

    def log_message(self, *_):
        pass


ThreadingHTTPServer(("127.0.0.1", int(os.environ["PORT"])), Handler).serve_forever()
