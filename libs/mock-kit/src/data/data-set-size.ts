/** How much is generated. Ids count from 1: `usr_0001` to `usr_2000`, `ord_00001` to `ord_20000`, `SKU-0001` to `SKU-0500`. */
export const userCount = 2_000;
export const orderCount = 20_000;
export const productCount = 500;

/** Products after `productCount` that old orders name and the inventory no longer knows. */
export const discontinuedCount = 20;

/** The seed unless `MOCK_SEED` says otherwise. */
export const defaultSeed = 20_261_101;
