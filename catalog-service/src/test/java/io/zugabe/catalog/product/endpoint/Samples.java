package io.zugabe.catalog.product.endpoint;

import com.google.type.Money;
import io.zugabe.catalog.v1.Product;
import io.zugabe.common.v1.AttributeValue;
import io.zugabe.common.v1.LocalizedText;
import io.zugabe.common.v1.TextList;
import java.util.List;
import java.util.Map;

/** Products for tests. */
public final class Samples {

    private Samples() {}

    public static Product phone(String id, String port) {
        return product(id, "phone")
                .putAttributes("ports", list(port))
                .putAttributes("charge_ports", list(port))
                .putAttributes("charge_power", text("20 W"))
                .putAttributes("charge_protocols", list("USB", "PD"))
                .putAttributes("data_speed", text("0.48 Gb/s"))
                .build();
    }

    public static Product cable(String id, String plug) {
        return product(id, "usb_cable")
                .putAttributes("connector_a", text("USB-C"))
                .putAttributes("connector_b", text(plug))
                .putAttributes("max_current", text("3 A"))
                .putAttributes("max_power", text("60 W"))
                .putAttributes("epr", text("false"))
                .putAttributes("data_speed", text("480 Mb/s"))
                .build();
    }

    public static Product.Builder product(String id, String type) {
        return Product.newBuilder()
                .setProductId(id)
                .setType(type)
                .setName(LocalizedText.newBuilder().putAllTexts(Map.of("en", id)))
                .setPrice(Money.newBuilder().setCurrencyCode("EUR").setUnits(9));
    }

    public static AttributeValue text(String value) {
        return AttributeValue.newBuilder().setText(value).build();
    }

    public static AttributeValue list(String... values) {
        return AttributeValue.newBuilder()
                .setList(TextList.newBuilder().addAllValues(List.of(values)))
                .build();
    }
}
