package dev.zonal.report.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.zonal.arithmetic.PiRational;
import dev.zonal.arithmetic.ball.Ball;
import dev.zonal.grid.CertifiedNumber;
import dev.zonal.report.writer.DocumentWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private static final Table<String> TABLE =
      Table.of(List.of("a", "b,c"))
          .withText("name", name -> name)
          .with("length", name -> new Cell.Whole(name.length()))
          .withText("less", name -> name.equals("a") ? "-1" : "2")
          .with("none", name -> new Cell.Nothing());

  private static final Document DOCUMENT =
      Document.of(
          new Page().field("name", "text").field("", "more").space().note("Note.").table(TABLE),
          TABLE,
          Envelope.of("test", 7, new Fields().with("rows", TABLE.records())));

  private static String written(Document document, Format format) throws IOException {
    StringWriter out = new StringWriter();
    DocumentWriter.write(document, format, new Origin("zonal 1", List.of("word")), out);
    return out.toString();
  }

  @Test
  void aPageIsTextWithAlignedTables() throws IOException {
    assertEquals(
        """
        name           text
                       more

        Note.
        name  length   less  none
           a  1       -1
         b,c  3        2
        """,
        written(DOCUMENT, Format.TEXT));
  }

  @Test
  void aTableIsCsv() throws IOException {
    assertEquals("name,length,less,none\na,1,-1,\n\"b,c\",3,2,\n", written(DOCUMENT, Format.CSV));
  }

  @Test
  void anEnvelopeIsJson() throws IOException {
    assertEquals(
        """
        {
          "schema": "zonal.test/7",
          "program": "zonal 1",
          "command": [
            "word"
          ],
          "results": {
            "rows": [
              {
                "name": "a",
                "length": 1,
                "less": "-1",
                "none": null
              },
              {
                "name": "b,c",
                "length": 3,
                "less": "2",
                "none": null
              }
            ]
          }
        }
        """,
        written(DOCUMENT, Format.JSON));
  }

  @Test
  void aRoundedNumberStandsBesideItsBoundsAndItself() {
    CertifiedNumber half =
        new CertifiedNumber(
            new BigDecimal("0.5"),
            Ball.of(BigInteger.ONE, -1, 0, 0),
            Optional.of(PiRational.ZERO),
            3);
    assertEquals(
        List.of("x", "lower", "upper", "exact"),
        List.copyOf(new Fields().with("x", Cell.of(half)).values().keySet()));
  }

  @Test
  void aFormatThatADocumentLacksIsNoOther() {
    Document page = Document.of(new Page().note("only text"));
    assertEquals(Set.of(Format.TEXT), page.formats());
    assertThrows(IllegalArgumentException.class, () -> written(page, Format.CSV));
    assertThrows(IllegalArgumentException.class, () -> written(page, Format.JSON));
    assertEquals(Set.copyOf(Format.OF_TABLES), DOCUMENT.formats());
  }

  @Test
  void aNameIsGivenOnce() {
    assertThrows(
        IllegalArgumentException.class, () -> new Fields().with("a", 1).with("a", "again"));
  }
}
