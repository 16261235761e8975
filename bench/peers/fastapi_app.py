"""The accounts app that many AI books have: FastAPI, SQLModel on asyncpg, python-jose (HS256), passlib's bcrypt."""

import hashlib
import os
import secrets
import uuid
from datetime import datetime, timedelta

from fastapi import Depends, FastAPI, HTTPException
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from jose import JWTError, jwt
from passlib.context import CryptContext
from pydantic import BaseModel
from sqlalchemy.ext.asyncio import AsyncSession, create_async_engine
from sqlalchemy.orm import sessionmaker
from sqlmodel import Field, SQLModel, select

SECRET = secrets.token_hex(32)
passwords = CryptContext(schemes=["bcrypt"], deprecated="auto")
engine = create_async_engine(os.environ["DATABASE_URL"], pool_size=10, max_overflow=10)
open_session = sessionmaker(engine, class_=AsyncSession, expire_on_commit=False)
app = FastAPI()
bearer = HTTPBearer()


class User(SQLModel, table=True):
    __tablename__ = "user"
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    email: str = Field(unique=True, index=True)
    name: str = ""
    role: str = "user"
    is_active: bool = True
    hashed_password: str = ""
    created_at: datetime = Field(default_factory=datetime.utcnow)


class RefreshToken(SQLModel, table=True):
    __tablename__ = "refresh_token"
    id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
    user_id: uuid.UUID = Field(foreign_key="user.id", index=True)
    token_hash: str = Field(unique=True, index=True)
    revoked: bool = False
    expires_at: datetime


class Registration(BaseModel):
    email: str
    password: str | None = None


class Login(BaseModel):
    email: str
    password: str


class RefreshRequest(BaseModel):
    refresh_token: str


class Tokens(BaseModel):
    access_token: str
    refresh_token: str
    token_type: str = "bearer"


class Profile(BaseModel):
    id: uuid.UUID
    email: str
    name: str
    role: str
    created_at: datetime


async def database():
    async with open_session() as session:
        yield session


def digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def issue(session: AsyncSession, user_id: uuid.UUID) -> Tokens:
    now = datetime.utcnow()
    claims = {"sub": str(user_id), "exp": now + timedelta(minutes=15), "type": "access"}
    refresh = secrets.token_urlsafe(32)
    session.add(RefreshToken(user_id=user_id, token_hash=digest(refresh), expires_at=now + timedelta(days=7)))
    await session.commit()
    return Tokens(access_token=jwt.encode(claims, SECRET, algorithm="HS256"), refresh_token=refresh)


async def current_user(
    credentials: HTTPAuthorizationCredentials = Depends(bearer), session: AsyncSession = Depends(database)
) -> User:
    try:
        subject = jwt.decode(credentials.credentials, SECRET, algorithms=["HS256"])["sub"]
    except (JWTError, KeyError):
        raise HTTPException(401, "invalid token")
    found = await session.execute(select(User).where(User.id == uuid.UUID(subject)))
    user = found.scalar_one_or_none()
    if user is None or not user.is_active:
        raise HTTPException(401, "invalid user")
    return user


@app.on_event("startup")
async def create_tables() -> None:
    async with engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)


@app.get("/ready")
async def ready():
    return {"ok": True}


@app.post("/auth/register", response_model=Tokens)
async def register(body: Registration, session: AsyncSession = Depends(database)):
    """A password may be left out: most of what is measured begins when somebody is signed in."""
    hashed = passwords.hash(body.password) if body.password else ""
    user = User(email=body.email, name="Alice", hashed_password=hashed)
    session.add(user)
    await session.flush()
    return await issue(session, user.id)


@app.post("/auth/login", response_model=Tokens)
async def login(body: Login, session: AsyncSession = Depends(database)):
    """As in tutorials and templates: passlib is called where the event loop runs."""
    user = (await session.execute(select(User).where(User.email == body.email))).scalar_one_or_none()
    if user is None or not passwords.verify(body.password, user.hashed_password):
        raise HTTPException(401, "wrong address or password")
    return await issue(session, user.id)


@app.post("/auth/refresh", response_model=Tokens)
async def refresh(body: RefreshRequest, session: AsyncSession = Depends(database)):
    found = await session.execute(select(RefreshToken).where(RefreshToken.token_hash == digest(body.refresh_token)))
    token = found.scalar_one_or_none()
    if token is None or token.revoked or token.expires_at < datetime.utcnow():
        raise HTTPException(401, "invalid refresh token")
    token.revoked = True
    session.add(token)
    return await issue(session, token.user_id)


@app.get("/users/me", response_model=Profile)
async def me(user: User = Depends(current_user)):
    return user
