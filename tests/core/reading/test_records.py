"""Names and values that commands pass in pairs: what their grammar fixes is checked, the rest is not known."""

from __future__ import annotations

import pytest
from paste import EMAIL, inspect, sign

HASH = sign(EMAIL)
WRONG = "ab" * 32


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO t (email, user_hash) VALUES ('%e', '%h');",
        "insert ignore into `a`.`t` (`id`,`email`,`user_hash`,`at`) values (1,N'%e','%h',NOW()),(2,'b@c.de','x',NULL);",
        "COPY t (id, email, user_hash) FROM stdin;\n1\t%e\t%h\n\\.\n",
        "fd.append('email', '%e');\nfd.append('user_hash', '%h');",
        'params.put("email", "%e");\nparams.put("plan", plan());\nparams.put("user_hash", "%h");',
        'a:1:{s:1:"u";a:3:{s:5:"email";s:16:"%e";s:1:"n";i:5;s:9:"user_hash";s:64:"%h";}}',
        '#{<<"email">> => <<"%e">>, user_hash => <<"%h"/utf8>>}',
        '{"urlencoded":[{"key":"email","value":"%e"},{"key":"user_hash","value":"%h"}]}',
        '[{"key":"email","value":{"stringValue":"%e"}},{"key":"user_hash","value":{"stringValue":"%h"}}]',
        '[{"name":"user_hash","value":"%h"},{"name":"shop","value":"x","disabled":true},{"name":"email","value":"%e"}]',
    ],
)
def test_the_values_of_pairs_are_known(text: str) -> None:
    (right, *_) = inspect(text.replace("%e", EMAIL).replace("%h", HASH)).calls
    assert (right.user.status, right.shop.status) == ("verified", "absent")
    (wrong, *_) = inspect(text.replace("%e", EMAIL).replace("%h", WRONG)).calls
    assert wrong.user.status == "mismatch"


@pytest.mark.parametrize(
    "text",
    [
        "INSERT INTO t (email, external_id, user_hash) VALUES ('%e', CONCAT('a', id), '%h');",
        "INSERT INTO t (email, user_hash) VALUES ('a\\'b@example.com', '%h');",
        "COPY t (email, external_id, user_hash) FROM stdin;\n%e\ta\\tb\t%h\n\\.\n",
        "fd.append('email', '%e');\nfd.append('external_id', idOf(user));\nfd.append('user_hash', '%h');",
        'params.put("email", "%e");\nparams.put("external_id", "u$id");\nparams.put("user_hash", "%h");',
        'a:3:{s:5:"email";s:16:"%e";s:1:"n";a:0:{}s:9:"user_hash";s:64:"%h";s:11:"external_id";s:1:"5";}',
        '#{email => <<"%e">>, user_hash => <<"%h">>, tags => [a], external_id => <<"5">>}',
        '[{"key":"email","value":"%e"},{"key":"user_hash","value":"%h"},{"key":"email","value":"b@c.de"}]',
        '[{"key":"email","value":{"text":"%e"}},{"key":"user_hash","value":"%h"}]',
    ],
)
def test_what_is_not_fixed_is_not_judged(text: str) -> None:
    found = inspect(text.replace("%e", EMAIL).replace("%h", WRONG)).calls
    assert {call.user.status for call in found} <= {"not-checked"}
