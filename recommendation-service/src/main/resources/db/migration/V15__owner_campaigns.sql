-- Whether a campaign is for those who own what its products fit, rather than for a segment.
alter table campaign add column owners boolean not null default false;

-- Who bought a product.
create index basket_line_product on basket_line (product_id);
