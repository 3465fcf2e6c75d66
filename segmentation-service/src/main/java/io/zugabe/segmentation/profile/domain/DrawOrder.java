package io.zugabe.segmentation.profile.domain;

/**
 * A fixed order in which ids are drawn for a sample, those with the lowest numbers first: whoever was
 * drawn stays drawn while others come and go.
 */
public final class DrawOrder {

    private DrawOrder() {}

    /** FNV-1a with a final mix (MurmurHash3's), since ids that differ in their last digit only are common. */
    public static long of(String id) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001B3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
