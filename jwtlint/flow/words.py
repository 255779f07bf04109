"""The words by which labels give away what they say, in lower case."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


RESPONSE_WORDS = _set("response responses respond responds reply replies result results answer answers ok")
EVENT_WORDS = _set(
    "publish publishes published emit emits enqueue enqueues event events audit consume consumes ack acks"
    " nack notify"
    " notifies notification message messages job jobs offset broadcast subscribe subscribes dequeue deliver"
    " delivers"
)
KEY_WORDS = _set("jwks jwk keys key certificate certificates")
CHECK_WORDS = _set(
    "validate validates validation verify verifies verification introspect introspects introspection"
    " authenticate"
    " authenticates authorize authorizes check checks permission permissions"
)
STREAM_WORDS = _set(
    "websocket websockets ws wss sse stream streams streaming push pushes pushed grpc webhook async"
)
CREDENTIAL_WORDS = _set("credentials credential password passwords passwd pwd passcode passphrase username")
KV_WORDS = _set("ttl hit miss denylist blocklist blacklist allowlist cached")
ACCESS_WORDS = _set("jwt jwts bearer accesstoken accesstokens accessjwt")
REFRESH_WORDS = _set("refreshtoken refreshtokens refreshjwt rt")
SESSION_WORDS = _set("session sessions cookie cookies sid sessionid")
TOKEN_WORDS = _set("token tokens")
TOKEN_NOUNS = _set("token tokens jwt jwts")

WRITE_VERBS = _set(
    "store save insert update upsert delete set write put cache record persist mark append add increment"
    " incr decrement"
    " del setex setnx hset mset sadd zadd lpush rpush expire invalidate evict purge revoke rotate log"
    " commit create register"
    " replace publish emit send push queue enqueue remove clear reset touch release reserve lock unlock"
    " rollback upload"
    " archive keep hold blacklist blocklist denylist index merge drop flush deduct debit credit charge book"
)
READ_WORDS = _set(
    "check checks select selects fetch fetches get gets load loads find finds lookup look looks query"
    " queries read reads"
    " validate validates verify verifies introspect introspects introspection search searches retrieve"
    " retrieves exists"
    " exist resolve resolves compare compares list lists scan mget hget sismember ask asks"
)
HARD_VERBS = WRITE_VERBS | _set(
    "request verify validate select fetch get find retry introspect post patch head look submit"
    " authenticate authorize"
    " ask invoke open connect subscribe unsubscribe start begin initiate resolve retrieve renew pay"
    " dispatch schedule"
    " trigger execute evaluate compare compute decrypt encrypt exists hget mget sismember pull apply handle"
    " follow enter"
    " type click attach negotiate establish try repeat cancel transcode resize read load exchange transfer"
    " call run"
    " encode notify capture"
)
# First words that are as often nouns: "Order confirmed", "Query results".
NOUNISH_VERBS = _set(
    "order book charge log record cache index queue process test build deploy list hash sign query check"
    " search scan"
    " lookup upload download login refresh poll ping route scale sync proxy"
)
OUTCOMES = RESPONSE_WORDS | _set(
    "hit miss found complete done success successful successfully failure valid invalid ready back"
)
# First words that pass something on: an order, or an answer ("Forward response", "Send user record").
PASSING_VERBS = _set("send forward pass push relay put hand")
CARGO = OUTCOMES | _set("data record records rows token tokens jwt error errors report details profile")
LATER = _set("retry retries on after repeat repeats if when upon handle handles")
