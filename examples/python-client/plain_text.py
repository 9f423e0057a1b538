"""The plain-text form of every kind of event."""

NO_DIGITS = {"JPY", "KRW", "VND", "CLP", "ISK", "UGX", "XAF", "XOF"}


def money(price):
    amount, currency = price["amount"], price["currency"]
    return f"{currency} {amount}" if currency in NO_DIGITS else f"{currency} {amount / 100:.2f}"


def joined(*parts, by=" · "):
    return by.join(str(part) for part in parts if part not in (None, ""))


def product(card):
    return joined(card["title"], money(card["price"]), card.get("reason"))


def order(card):
    return joined(card["number"], card["status"], money(card["total"]))


def parcel(card):
    found = card.get("parcel") or {}
    return joined(found.get("carrier"), found.get("number"), found.get("last"), by=" ")


def numbered(items):
    return [f"{at}. {item}" for at, item in enumerate(items, 1)]


def voice(body):
    return body.get("transcript") or f"[voice {round(body['ms'] / 1000)} s]"


def form(body):
    if "answers" in body:
        return [f"{name}: {value}" for name, value in body["answers"].items()]
    return [body["title"], body.get("text")] + [f"- {field['label']}" for field in body["fields"]]


def shipment(body):
    newest = max(body["scans"], key=lambda scan: scan["at"], default={})
    return [joined(body["carrier"], body["number"], by=" "), body.get("anomaly"), newest.get("text")]


LINES = {
    "text": lambda body: [body["text"]],
    "notice": lambda body: [body["text"]],
    "product": lambda body: [body.get("text"), product(body["card"]) if "card" in body else body["product"]],
    "products": lambda body: [body.get("text")] + numbered(map(product, body["items"])),
    "order": lambda body: [body.get("text")]
    + ([order(body["card"]), parcel(body["card"])] if "card" in body else [body["order"]]),
    "orders": lambda body: [body.get("text")] + numbered(map(order, body["items"])),
    "choices": lambda body: [body["text"]] + numbered(option["label"] for option in body["options"]),
    "form": form,
    "coupon": lambda body: [joined(body["title"], f"−{money(body['off'])}", body.get("code"))],
    "shipment": shipment,
    "article": lambda body: [body["title"], body["text"]],
    "image": lambda body: [f"[{body.get('alt') or body.get('name') or 'image'}] {body['url']}"],
    "file": lambda body: [f"[{body.get('name') or 'file'}] {body['url']}"],
    "voice": lambda body: [voice(body)],
    "sticker": lambda body: [f"[{body['alt']}]"],
    "handoff": lambda body: [joined(f"[{body['state']}]", (body.get("agent") or {}).get("name"), body.get("text"), by=" ")],
}

SILENT = {"hidden", "read", "rating", "retracted", "trace", "note"}


def lines(event):
    """The lines of an event; none for one that is not drawn."""
    kind, body = event["kind"], event["body"]
    if kind in SILENT:
        return []
    if kind == "closed":
        return ["[closed]"]
    try:
        found = LINES[kind](body)
    except (KeyError, TypeError, AttributeError, ValueError):
        # A kind that this program does not know, or a body that does not fit its kind: its text, if it has one.
        text = body.get("text")
        found = [text if isinstance(text, str) else f"[{kind}]"]
    return [line for line in found if line]
