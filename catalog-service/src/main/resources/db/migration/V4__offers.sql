-- What changed of a product's price, cost, stock and sales since the product was last written as a whole.
-- Kept beside the payload, so that a new price need not write, check and compress everything else again.
alter table product add column offer bytea;
