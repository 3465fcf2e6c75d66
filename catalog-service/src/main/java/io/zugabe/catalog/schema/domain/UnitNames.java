package io.zugabe.catalog.schema.domain;

import io.zugabe.catalog.text.domain.Spellings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The units as people write them out, to tell which symbol somebody means. */
public final class UnitNames {

    private static final Map<String, String> PREFIXES = Map.of(
            "", "", "milli", "m", "centi", "c", "deci", "d", "hecto", "h", "kilo", "k", "mega", "M", "giga", "G",
            "tera", "T", "micro", "µ");

    private static final Map<String, String> BASES = Map.ofEntries(
            Map.entry("meter", "m"),
            Map.entry("metre", "m"),
            Map.entry("gram", "g"),
            Map.entry("liter", "l"),
            Map.entry("litre", "l"),
            Map.entry("watt", "W"),
            Map.entry("watthour", "Wh"),
            Map.entry("volt", "V"),
            Map.entry("ampere", "A"),
            Map.entry("amperehour", "Ah"),
            Map.entry("hertz", "Hz"),
            Map.entry("byte", "B"),
            Map.entry("pascal", "Pa"),
            Map.entry("second", "s"),
            Map.entry("ohm", "Ω"));

    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("minute", "min"),
            Map.entry("hour", "h"),
            Map.entry("day", "d"),
            Map.entry("month", "mo"),
            Map.entry("year", "y"),
            Map.entry("percent", "%"),
            Map.entry("degree", "°"),
            Map.entry("celsius", "°C"),
            Map.entry("pound", "lb"),
            Map.entry("ounce", "oz"),
            Map.entry("foot", "ft"),
            Map.entry("tonne", "t"),
            Map.entry("lumen", "lm"),
            Map.entry("decibel", "dB"),
            Map.entry("megapixel", "MP"),
            Map.entry("newtonmeter", "Nm"));

    private static final Map<String, String> SYMBOLS = symbolsByName();

    private UnitNames() {}

    /** The symbols that somebody most likely means who wrote something that is none, the likeliest first. */
    public static List<String> closest(String written, int most) {
        return Spellings.closestFirst(written, SYMBOLS.keySet()).stream()
                .map(SYMBOLS::get)
                .distinct()
                .limit(most)
                .toList();
    }

    private static Map<String, String> symbolsByName() {
        Map<String, String> symbols = new HashMap<>(OTHERS);
        PREFIXES.forEach((prefix, sign) -> BASES.forEach((base, symbol) -> {
            if (Units.isKnown(sign + symbol)) {
                symbols.put(prefix + base, sign + symbol);
            }
        }));
        Units.symbols().forEach(symbol -> symbols.put(symbol, symbol));
        return symbols;
    }
}
