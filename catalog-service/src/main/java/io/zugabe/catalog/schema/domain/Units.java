package io.zugabe.catalog.schema.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The units that values may be written in. Only units of one dimension are converted into each other;
 * symbols are case-sensitive, because "mA" is not "MA" and "Mb" is not "MB".
 */
public final class Units {

    /** Hides the noise of binary fractions: 480 Mb/s is 0.48 Gb/s. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final Map<String, Unit> UNITS = new HashMap<>();

    static {
        dimension("power", "W", 1, "mW", 1e-3, "kW", 1e3, "Watt", 1, "watt", 1, "watts", 1);
        dimension("voltage", "V", 1, "mV", 1e-3, "kV", 1e3, "Volt", 1, "volt", 1, "volts", 1);
        dimension("current", "A", 1, "mA", 1e-3, "Ampere", 1, "ampere", 1);
        dimension("charge", "Ah", 1, "mAh", 1e-3);
        dimension("energy", "Wh", 1, "mWh", 1e-3, "kWh", 1e3);
        dimension("length", "m", 1, "mm", 1e-3, "cm", 1e-2, "dm", 1e-1, "km", 1e3, "µm", 1e-6);
        dimension("length", "in", 0.0254, "inch", 0.0254, "\"", 0.0254, "″", 0.0254, "Zoll", 0.0254, "ft", 0.3048);
        dimension("area", "m²", 1, "m2", 1, "cm²", 1e-4, "cm2", 1e-4);
        dimension("mass", "kg", 1, "g", 1e-3, "mg", 1e-6, "t", 1e3, "lb", 0.45359237, "oz", 0.028349523125);
        dimension("data", "GB", 1e9, "B", 1, "kB", 1e3, "MB", 1e6, "TB", 1e12);
        dimension("data", "KiB", 1024, "MiB", 1048576, "GiB", 1073741824, "TiB", 1099511627776d);
        dimension("data rate", "Gb/s", 1e9, "Gbit/s", 1e9, "Gbps", 1e9, "Mb/s", 1e6, "Mbit/s", 1e6, "Mbps", 1e6);
        dimension("data rate", "kb/s", 1e3, "kbit/s", 1e3, "kB/s", 8e3, "MB/s", 8e6, "GB/s", 8e9);
        dimension("volume", "l", 1, "L", 1, "ml", 1e-3, "mL", 1e-3, "cl", 1e-2, "dl", 1e-1, "cm³", 1e-3, "m³", 1e3);
        dimension("temperature", "°C", 1, "C", 1);
        dimension("frequency", "Hz", 1, "kHz", 1e3, "MHz", 1e6, "GHz", 1e9);
        // Memory is often sold by "MHz" when transfers are meant; that is another dimension and is refused.
        dimension("transfer rate", "MT/s", 1, "GT/s", 1e3);
        dimension("pressure", "bar", 1, "mbar", 1e-3, "Pa", 1e-5, "hPa", 1e-3, "kPa", 1e-2, "psi", 0.0689475729318);
        dimension("luminous flux", "lm", 1);
        dimension("illuminance", "lx", 1);
        dimension("time", "s", 1, "ms", 1e-3, "min", 60, "h", 3600, "d", 86400);
        dimension("calendar time", "mo", 1, "months", 1, "Monate", 1, "y", 12, "years", 12, "Jahre", 12);
        dimension("torque", "Nm", 1, "N·m", 1);
        dimension("resistance", "Ω", 1, "ohm", 1, "kΩ", 1e3);
        dimension("rotation", "rpm", 1, "1/min", 1);
        dimension("resolution", "dpi", 1);
        dimension("pixels", "MP", 1);
        dimension("sound level", "dB", 1);
        dimension("angle", "°", 1);
        dimension("share", "%", 1);
    }

    private Units() {}

    /** Whether a symbol is known. */
    public static boolean isKnown(String symbol) {
        return UNITS.containsKey(symbol);
    }

    /** All symbols. */
    static Set<String> symbols() {
        return Collections.unmodifiableSet(UNITS.keySet());
    }

    /** A value in another unit; empty if a symbol is unknown or the dimensions differ. */
    public static OptionalDouble convert(double value, String from, String to) {
        if (from.equals(to)) {
            return OptionalDouble.of(value);
        }
        Unit source = UNITS.get(from);
        Unit target = UNITS.get(to);
        if (source == null || target == null || !source.dimension().equals(target.dimension())) {
            return OptionalDouble.empty();
        }
        double converted = value * source.factor() / target.factor();
        return Double.isFinite(converted) ? OptionalDouble.of(rounded(converted)) : OptionalDouble.empty();
    }

    /** The dimension of a unit, for messages. */
    public static Optional<String> dimensionOf(String symbol) {
        return Optional.ofNullable(UNITS.get(symbol)).map(Unit::dimension);
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).doubleValue();
    }

    private static void dimension(String name, Object... symbolsAndFactors) {
        for (int i = 0; i < symbolsAndFactors.length; i += 2) {
            double factor = ((java.lang.Number) symbolsAndFactors[i + 1]).doubleValue();
            UNITS.put((String) symbolsAndFactors[i], new Unit(name, factor));
        }
    }

    private record Unit(String dimension, double factor) {}
}
