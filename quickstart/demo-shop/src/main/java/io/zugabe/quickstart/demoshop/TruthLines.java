package io.zugabe.quickstart.demoshop;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Writes the truth about customers as JSON Lines: for those who judge the engine, never for the engine. */
public final class TruthLines implements Closeable {

    private final JsonGenerator json;

    /** Writes to a stream, in UTF-8. */
    public TruthLines(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    /** Appends one line. */
    public void write(Shopper shopper) throws IOException {
        Latent latent = shopper.latent();
        json.writeStartObject();
        json.writeStringField("customer", shopper.customer());
        json.writeStringField("type", latent.type().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("purchases", latent.purchases());
        json.writeNumberField("browses", latent.browses());
        json.writeNumberField("habits", latent.habits());
        json.writeNumberField("cross_buy", latent.crossBuy());
        json.writeNumberField("return_chance", latent.returnChance());
        json.writeNumberField("contacts_per_order", latent.contacts());
        json.writeStringField("contact_cost", Amount.format(latent.contactCost()));
        json.writeNumberField("coupon_chance", latent.couponChance());
        json.writeNumberField("coupon_depth", latent.couponDepth());
        json.writeNumberField("thrift", latent.thrift());
        if (latent.waveBudget() != Latent.NO_LIMIT) {
            json.writeStringField("wave_budget", Amount.format(latent.waveBudget()));
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
