-- Who is the same person is built anew with the profiles, and changes places with them.
create table identity_edge_shadow (like identity_edge including all);
create table identity_member_shadow (like identity_member including all);
