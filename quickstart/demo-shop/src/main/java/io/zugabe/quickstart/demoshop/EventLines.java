package io.zugabe.quickstart.demoshop;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.zugabe.quickstart.demoshop.ShopEvent.Item;
import io.zugabe.quickstart.demoshop.ShopEvent.What;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes events as JSON Lines, as {@code ./zugabe import events} reads them. */
public final class EventLines implements Closeable {

    private final JsonGenerator json;

    /** Writes to a stream, in UTF-8. */
    public EventLines(OutputStream out) throws IOException {
        json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8);
        json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    }

    /** Appends one line. */
    public void write(ShopEvent event) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", event.id());
        json.writeStringField("time", event.time().toString());
        json.writeStringField("customer", event.customer());
        if (!event.session().isEmpty()) {
            json.writeStringField("session", event.session());
        }
        json.writeStringField("channel", event.channel());
        write(event.what());
        json.writeEndObject();
    }

    private void write(What what) throws IOException {
        switch (what) {
            case ShopEvent.ViewItem(Item item) -> items("view_item", List.of(item), false);
            case ShopEvent.AddToCart(Item item) -> items("add_to_cart", List.of(item), false);
            case ShopEvent.RemoveFromCart(Item item) -> items("remove_from_cart", List.of(item), false);
            case ShopEvent.BeginCheckout(List<Item> items) -> items("begin_checkout", items, false);
            case ShopEvent.Search search -> {
                type("search");
                json.writeStringField("search", search.term());
            }
            case ShopEvent.Purchase purchase -> {
                items("purchase", purchase.items(), true);
                json.writeStringField("order", purchase.order());
                optional("promotion", purchase.promotion());
            }
            case ShopEvent.Refund refund -> {
                items("refund", refund.items(), true);
                json.writeStringField("order", refund.order());
                json.writeStringField("reason", refund.reason().name());
                optional("comment", refund.comment());
            }
            case ShopEvent.CaseOpened opened -> {
                type("case_opened");
                json.writeStringField("case", opened.caseId());
                json.writeStringField("topic", opened.topic());
            }
            case ShopEvent.CaseResolved resolved -> {
                type("case_resolved");
                json.writeStringField("case", resolved.caseId());
                json.writeStringField("case_cost", Amount.format(resolved.cost()));
                json.writeStringField("effort", resolved.effort().toMinutes() + "m");
                json.writeBooleanField("interest", resolved.interest());
            }
            case ShopEvent.PromotionRedeemed redeemed -> {
                type("promotion_redeemed");
                json.writeStringField("promotion", redeemed.promotion());
                json.writeStringField("value", Amount.format(redeemed.value()));
            }
            case ShopEvent.NewsletterChanged changed -> subscription("newsletter_changed", changed.subscribed());
            case ShopEvent.MembershipChanged changed -> subscription("membership_changed", changed.subscribed());
            case ShopEvent.Review review -> {
                type("review");
                json.writeArrayFieldStart("items");
                json.writeStartObject();
                json.writeStringField("product", review.product());
                json.writeEndObject();
                json.writeEndArray();
                json.writeNumberField("rating", review.rating());
                json.writeStringField("text", review.text());
            }
            case ShopEvent.ConsentChanged consent -> {
                type("consent_changed");
                json.writeStringField("purpose", consent.purpose());
                json.writeBooleanField("granted", consent.granted());
            }
            case ShopEvent.TraitsChanged(Map<String, String> traits) -> {
                type("traits_changed");
                json.writeObjectFieldStart("traits");
                for (Map.Entry<String, String> trait : new TreeMap<>(traits).entrySet()) {
                    json.writeStringField(trait.getKey(), trait.getValue());
                }
                json.writeEndObject();
            }
        }
    }

    private void type(String type) throws IOException {
        json.writeStringField("type", type);
    }

    private void subscription(String type, boolean subscribed) throws IOException {
        type(type);
        json.writeBooleanField("subscribed", subscribed);
    }

    private void optional(String key, String value) throws IOException {
        if (!value.isEmpty()) {
            json.writeStringField(key, value);
        }
    }

    private void items(String type, List<Item> items, boolean paid) throws IOException {
        type(type);
        json.writeArrayFieldStart("items");
        for (Item item : items) {
            json.writeStartObject();
            json.writeStringField("product", item.product());
            json.writeNumberField("quantity", item.quantity());
            json.writeStringField("price", Amount.format(item.price()));
            if (paid) {
                json.writeStringField("cost", Amount.format(item.cost()));
            }
            if (item.discount() > 0) {
                json.writeStringField("discount", Amount.format(item.discount()));
            }
            json.writeStringField("category", item.category());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void close() throws IOException {
        json.writeRaw('\n');
        json.close();
    }
}
