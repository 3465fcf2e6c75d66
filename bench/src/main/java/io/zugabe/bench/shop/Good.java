package io.zugabe.bench.shop;

/**
 * A product as it is in truth.
 *
 * @param number from 0; the same as on the {@link Shelf}
 * @param price in cents
 * @param cost in cents
 * @param quality how well it is liked, standardized; nobody can read it
 * @param system that supplies must share with the device
 * @param models that a device takes, one bit each; of a part the one that it is
 * @param size in millimetres, of a case inside
 * @param gap whether the catalog lacks what decides about fit
 */
public record Good(
        int number,
        Kind kind,
        long price,
        long cost,
        double quality,
        int system,
        int models,
        double size,
        boolean gap) {

    /** A case may be larger than the device by this share. */
    private static final double LOOSE = 1.25;

    /** Whether this part truly goes with a host. */
    public boolean fits(Good host) {
        if (host.kind.group() != kind.group() || !host.kind.role().isMain()) {
            return false;
        }
        return switch (kind.role()) {
            case SUPPLY -> system == host.system;
            case POWER -> (models & host.models) != 0;
            case CASE -> size >= host.size && size <= LOOSE * host.size;
            case CARE, COMPANION -> true;
            case DEVICE, THING -> false;
        };
    }
}
