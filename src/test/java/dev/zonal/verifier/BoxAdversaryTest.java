package dev.zonal.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zonal.context.Context;
import dev.zonal.verifier.document.CertificateReader;
import dev.zonal.verifier.document.CertificateReader.Unreadable;
import dev.zonal.verifier.document.Finding;
import dev.zonal.verifier.document.Hypothesis;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * An adversary edits a certificate about boxes: what it says of more, or of other numbers, is
 * refused.
 */
class BoxAdversaryTest {
  private static ObjectNode sample() throws IOException {
    try (InputStream in = BoxAdversaryTest.class.getResourceAsStream("boxes-laplace.json")) {
      return AdversaryTest.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static ArrayNode leaves(ObjectNode document) {
    return (ArrayNode) document.get("leaves");
  }

  private static ObjectNode leaf(ObjectNode document, int index) {
    return (ObjectNode) leaves(document).get(index);
  }

  private static List<Finding> check(ObjectNode document) throws IOException, Unreadable {
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return new Verifier(Context.NONE)
        .check(CertificateReader.read(new ByteArrayInputStream(bytes)))
        .findings();
  }

  private static Set<Hypothesis> refusedFor(Consumer<ObjectNode> edit) throws Exception {
    ObjectNode document = sample();
    edit.accept(document);
    return check(document).stream().map(Finding::hypothesis).collect(Collectors.toSet());
  }

  @Test
  void withoutALeafTheFamilyIsNotCovered() throws Exception {
    int leaves = leaves(sample()).size();
    for (int i = 0; i < leaves; i++) {
      int index = i;
      assertEquals(
          Set.of(Hypothesis.BOX_COVER), refusedFor(document -> leaves(document).remove(index)));
    }
  }

  @Test
  void aLeafThatIsShorterLeavesAGap() throws Exception {
    assertEquals(
        Set.of(Hypothesis.BOX_COVER),
        refusedFor(document -> leaf(document, 0).put("kernel", "laplace:c=[1,1000001/1000000]")));
  }

  @Test
  void aLeafOfAnotherKernelIsNoPartOfTheFamily() throws Exception {
    for (String other :
        List.of("fcntk:L=2,beta=[1,17/16]", "laplace:c=1", "resntk:L=2,alpha=[1,17/16]")) {
      assertTrue(
          refusedFor(document -> leaf(document, 0).put("kernel", other))
              .contains(Hypothesis.BOX_LEAF));
    }
  }

  @Test
  void aLeafOnAnotherSphereDoesNotServe() throws Exception {
    assertEquals(
        Set.of(Hypothesis.BOX_COVER),
        refusedFor(document -> leaf(document, 0).set("dimension", new IntNode(5))));
    assertEquals(
        Set.of(Hypothesis.BOX_COVER),
        refusedFor(
            document -> ((ObjectNode) document.get("sphere")).set("greatest", new IntNode(4))));
  }

  @Test
  void aLargerFamilyIsNotCovered() throws Exception {
    assertEquals(
        Set.of(Hypothesis.BOX_COVER),
        refusedFor(
            document ->
                ((ArrayNode) document.get("families"))
                    .set(0, new TextNode("laplace:c=[1,1126/1000]"))));
  }

  @Test
  void aDocumentThatIsNotByItsSchemaIsNotRead() throws Exception {
    List<Consumer<ObjectNode>> edits =
        List.of(
            document -> document.put("extra", "1"),
            document -> document.remove("bounds"),
            document -> document.put("statement", "positivity"),
            document -> ((ArrayNode) document.get("families")).remove(1),
            document -> leaf(document, 0).put("kernel", "laplace:c=[2,1]"),
            document -> leaf(document, 0).remove("other"),
            document -> ((ObjectNode) document.get("sphere")).set("least", new IntNode(9)));
    for (Consumer<ObjectNode> edit : edits) {
      ObjectNode document = sample();
      edit.accept(document);
      try {
        check(document);
        throw new AssertionError(document.toString());
      } catch (Unreadable e) {
        assertEquals(1, e.getMessage().lines().count());
      }
    }
  }

  @Test
  @Tag("long")
  void whatTheProverWritesIsVerified() throws Exception {
    assertEquals(Set.of(), refusedFor(document -> {}));
  }

  @Test
  @Tag("long")
  void overlappingLeavesAreHarmless() throws Exception {
    assertEquals(
        Set.of(), refusedFor(document -> leaves(document).add(leaf(document, 0).deepCopy())));
  }

  /** A leaf that claims the numbers of another box is found out by them. */
  @Test
  @Tag("long")
  void aLeafWithTheNumbersOfAnotherIsRefused() throws Exception {
    Set<Hypothesis> reasons =
        refusedFor(
            document -> {
              ObjectNode first = leaf(document, 0);
              first.set("kernel", new TextNode("laplace:c=[1,9/8]"));
            });
    assertFalse(reasons.isEmpty());
  }

  /** Every number of the first leaf and of the bounds moved by a part of itself. */
  @Test
  @Tag("long")
  void everyNumberThatIsMovedIsRefused() throws Exception {
    int[] edits = {0};
    ObjectNode document = sample();
    ArrayNode all = leaves(document);
    // One leaf is enough: the family is what it covers.
    ObjectNode first = (ObjectNode) all.get(0);
    String kernel = first.get("kernel").asText();
    int dimension = first.get("dimension").asInt();
    all.removeAll();
    all.add(first);
    ((ArrayNode) document.get("families")).set(0, new TextNode(kernel));
    ((ObjectNode) document.get("sphere")).put("least", dimension).put("greatest", dimension);
    ((ArrayNode) document.get("bounds")).removeAll();
    assertEquals(List.of(), check(document));
    move(document, first.get("conclusion"), edits);
    for (JsonNode tail : first.get("tails")) {
      move(document, tail.get("leading"), edits);
      move(document, tail.get("next"), edits);
      edit(document, (ObjectNode) tail, "rest", "1/2", edits);
    }
    for (JsonNode region : first.get("regions")) {
      edit(document, (ObjectNode) region, "bound", "1/2", edits);
    }
    assertTrue(edits[0] > 12, edits[0] + " edits");
  }

  private static void move(ObjectNode document, JsonNode node, int[] edits) throws Exception {
    if (node.has("lower")) {
      // Both ends up beyond the interval.
      ObjectNode interval = (ObjectNode) node;
      JsonNode lower = interval.get("lower");
      interval.set("lower", interval.get("upper"));
      assertFalse(check(document).isEmpty(), document::toString);
      interval.set("lower", lower);
      edits[0]++;
      return;
    }
    for (JsonNode part : node) {
      move(document, part, edits);
    }
  }

  private static void edit(
      ObjectNode document, ObjectNode node, String key, String factor, int[] edits)
      throws Exception {
    JsonNode before = node.get(key);
    BigDecimal half = new BigDecimal(before.asText()).divide(BigDecimal.valueOf(2));
    node.put(key, dev.zonal.text.ScientificNotation.of(half));
    assertFalse(check(document).isEmpty(), factor + " " + document);
    node.set(key, before);
    edits[0]++;
  }
}
