package io.zugabe.quickstart.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zugabe.quickstart.imports.source.RejectedRecord;
import io.zugabe.segmentation.v1.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that are refused before they are sent say which field is wrong, and what would be right. */
class EventRecordsTest {

    private static final String START = "{\"id\":\"e\",\"time\":\"2026-03-01T10:15:00Z\",\"customer\":\"c\",";

    private static JsonNode record(String rest) {
        try {
            return new ObjectMapper().readTree(START + rest.replace('\'', '"') + "}");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(rest, e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            'type':'purchase','order':'o','items':'p'                     | items: must be a list of objects, not the text "p"
            'type':'purchase','order':'o','items':['p']                   | items[0]: must be an object like {"product":"x","quantity":1}, not the text "p"
            'type':'purchase','order':['o'],'items':[{'product':'p'}]     | order: must be a single value, not a list
            'type':'purchase','items':[{'product':{'id':'p'}}]            | items[0].product: must be a single value, not an object
            'type':'purchase','items':[{'product':'p','quantity':'two'}]  | items[0].quantity: "two" must be a whole number of at most 19 digits
            'type':'purchase','items':[{'product':'p','price':'12,99'}]   | items[0].price: "12,99" must be an amount like "12.99 EUR"
            'type':'traits_changed','traits':'tall'                       | traits: must be an object of values by key, not the text "tall"
            'type':'newsletter_changed','subscribed':'yes'                | subscribed: "yes" must be true or false
            'type':'refund','reason':'UGLY','items':[{'product':'p'}]     | reason: "UGLY" is no reason of a return; must be one of
            """)
    void wrongField_isNamedWithWhatIsRight(String rest, String told) {
        RejectedRecord rejected = assertThrows(RejectedRecord.class, () -> EventRecords.event(record(rest)));
        String message = rejected.field() + ": " + rejected.problem();
        assertTrue(told.endsWith("one of") ? message.startsWith(told) : message.equals(told), message);
    }

    @Test
    void unknownKind_isToldWithThoseThereAre() {
        RejectedRecord rejected = assertThrows(RejectedRecord.class, () -> EventRecords.event(record("'type':'buy'")));
        assertEquals("type", rejected.field());
        assertTrue(rejected.problem().startsWith("\"buy\" is no kind of event; must be one of view_item, search, "));
        assertTrue(!rejected.problem().contains("subjects_erased"), rejected::problem);
    }

    /** Every kind that an error names can be written. */
    @Test
    void everyKindThatIsNamed_isRead() {
        String rest = ",'items':[{'product':'p','quantity':1}],'answer':'a','traits':{'a':1}";
        String problem = assertThrows(RejectedRecord.class, () -> EventRecords.event(record("'type':'buy'")))
                .problem();
        for (String kind : problem.substring(problem.indexOf("one of ") + 7).split(", ")) {
            Event event = EventRecords.event(record("'type':'" + kind + "'" + rest));
            assertEquals(
                    kind.toUpperCase(java.util.Locale.ROOT), event.getWhatCase().name());
        }
    }
}
