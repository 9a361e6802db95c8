-- Who signs in elsewhere (OpenID Connect): issuer and subject, which never change, unlike names.
alter table account add column outside_id text unique;
