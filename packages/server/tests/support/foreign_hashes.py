"""Hashes one password in every format that passlib knows of ours; prints a JSON object."""

import base64
import hashlib
import json
import sys

import bcrypt
from passlib import hash as of

password = sys.argv[1]
made = {
    "passlib bcrypt $2b$": of.bcrypt.using(rounds=4).hash(password),
    "passlib bcrypt $2y$": of.bcrypt.using(rounds=4, ident="2y").hash(password),
    "passlib bcrypt $2a$": of.bcrypt.using(rounds=4, ident="2a").hash(password),
    "python bcrypt": bcrypt.hashpw(password.encode(), bcrypt.gensalt(4)).decode(),
    "passlib bcrypt_sha256 v2": of.bcrypt_sha256.using(rounds=4).hash(password),
    "passlib bcrypt_sha256 v1": of.bcrypt_sha256.using(rounds=4, version=1).hash(password),
    "passlib argon2id": of.argon2.using(type="ID", memory_cost=1024, rounds=2).hash(password),
    "passlib argon2i": of.argon2.using(type="I", memory_cost=1024, rounds=2).hash(password),
    "passlib argon2d": of.argon2.using(type="D", memory_cost=1024, rounds=2, parallelism=3).hash(password),
    "passlib scrypt": of.scrypt.using(rounds=10).hash(password),
    "passlib pbkdf2_sha1": of.pbkdf2_sha1.using(rounds=1000).hash(password),
    "passlib pbkdf2_sha256": of.pbkdf2_sha256.using(rounds=1000).hash(password),
    "passlib pbkdf2_sha512": of.pbkdf2_sha512.using(rounds=1000).hash(password),
    "django pbkdf2_sha256": of.django_pbkdf2_sha256.using(rounds=1000).hash(password),
    "django pbkdf2_sha1": of.django_pbkdf2_sha1.using(rounds=1000).hash(password),
    "django bcrypt": of.django_bcrypt.using(rounds=4).hash(password),
    "django bcrypt_sha256": of.django_bcrypt_sha256.using(rounds=4).hash(password),
    "django argon2": of.django_argon2.using(type="ID", memory_cost=1024, rounds=2).hash(password),
}
# Django's own scrypt, put together from the standard library as its ScryptPasswordHasher does.
digest = hashlib.scrypt(password.encode(), salt=b"seasalt", n=1024, r=8, p=1, dklen=64)
made["django scrypt"] = "scrypt$1024$seasalt$8$1$" + base64.b64encode(digest).decode()
print(json.dumps(made))
