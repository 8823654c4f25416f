/* td-part.c: one XML part of a package, read node by node.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "td-package-private.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlreader.h>

#define MAX_DEPTH 32

struct _TdPart
{
  TdPackage *package;
  struct archive *archive;
  xmlTextReaderPtr reader;
  guint64 position;
  GError *error; /* set where the zip, not the XML, is at fault */
  gboolean is_huge;
};

static int
read_bytes (void *context, char *buffer, int length)
{
  TdPart *self = context;
  la_ssize_t n = archive_read_data (self->archive, buffer, (size_t)length);

  if (n < 0)
    td_part_refuse (&self->error);
  else
    {
      self->position += (guint64)n;
      td_package_count (self->package, self->position, (guint64)n, &self->error);
    }
  return self->error == NULL ? (int)n : -1;
}

static int
close_bytes (void *context)
{
  return 0;
}

/* What libxml2 would print is told by the error that td_part_next() returns. A text beyond its limit of 10 MB is to it
 * a want of memory. */
static void
take_error (void *context, xmlErrorPtr error)
{
  TdPart *self = context;

  if (error->code == XML_ERR_NO_MEMORY)
    self->is_huge = TRUE;
}

/**
 * td_part_open:
 * @package: a package, which must live longer
 * @name: the part's name in the zip
 * @error: %TD_EXCHANGE_ERROR
 *
 * Returns: (transfer full): the part, before its first node
 */
TdPart *
td_part_open (TdPackage *package, const char *name, GError **error)
{
  struct archive *archive = td_package_find_part (package, name, error);
  TdPart *self;

  if (archive == NULL)
    return NULL;
  self = g_new0 (TdPart, 1);
  self->package = package;
  self->archive = archive;
  self->reader = xmlReaderForIO (read_bytes, close_bytes, self, NULL, NULL, XML_PARSE_NONET);
  if (self->reader == NULL)
    g_error ("no memory for an XML reader");
  xmlTextReaderSetStructuredErrorHandler (self->reader, take_error, self);
  return self;
}

void
td_part_free (TdPart *self)
{
  xmlFreeTextReader (self->reader);
  archive_read_free (self->archive);
  g_clear_error (&self->error);
  g_free (self);
}

/**
 * td_part_get_position:
 * @self: a part
 *
 * Returns: how many of its bytes are read
 */
guint64
td_part_get_position (TdPart *self)
{
  return self->position;
}

/**
 * td_part_next:
 * @self: a part
 * @error: %TD_EXCHANGE_ERROR
 *
 * Goes to the next node. A document type is refused, and with it every entity; so is a nesting that no workbook has.
 *
 * Returns: whether there is one; %FALSE with @error unset at the part's end
 */
gboolean
td_part_next (TdPart *self, GError **error)
{
  int status = xmlTextReaderRead (self->reader);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  if (self->is_huge)
    return td_package_refuse_size (error);
  if (status < 0 || xmlTextReaderDepth (self->reader) > MAX_DEPTH)
    return td_part_refuse (error);
  if (status == 0)
    return FALSE;
  if (xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_DOCUMENT_TYPE
      || xmlTextReaderNodeType (self->reader) == XML_READER_TYPE_ENTITY_REFERENCE)
    return td_part_refuse (error);
  return TRUE;
}

/**
 * td_part_skip:
 * @self: a part
 * @error: %TD_EXCHANGE_ERROR
 *
 * Passes over the element that starts here, to its end; other nodes are passed already.
 */
gboolean
td_part_skip (TdPart *self, GError **error)
{
  g_autoptr (GError) failure = NULL;
  int depth = xmlTextReaderDepth (self->reader);

  if (xmlTextReaderNodeType (self->reader) != XML_READER_TYPE_ELEMENT || td_part_is_empty (self))
    return TRUE;
  while (td_part_next (self, &failure) && xmlTextReaderDepth (self->reader) > depth)
    ;
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
is_node (TdPart *self, int type, const char *element)
{
  return xmlTextReaderNodeType (self->reader) == type
         && xmlStrEqual (xmlTextReaderConstLocalName (self->reader), (const xmlChar *)element);
}

/**
 * td_part_is_start:
 * @self: a part
 * @element: a name, whatever prefix it has in the file
 *
 * Returns: whether such an element starts here
 */
gboolean
td_part_is_start (TdPart *self, const char *element)
{
  return is_node (self, XML_READER_TYPE_ELEMENT, element);
}

/**
 * td_part_is_end:
 * @self: a part
 * @element: a name, whatever prefix it has in the file
 *
 * Returns: whether such an element ends here; one that is empty starts, and never ends
 */
gboolean
td_part_is_end (TdPart *self, const char *element)
{
  return is_node (self, XML_READER_TYPE_END_ELEMENT, element);
}

/**
 * td_part_is_empty:
 * @self: a part at an element's start
 *
 * Returns: whether the element has no end of its own
 */
gboolean
td_part_is_empty (TdPart *self)
{
  return xmlTextReaderIsEmptyElement (self->reader) == 1;
}

/**
 * td_part_get_attribute:
 * @self: a part at an element's start
 * @name: an attribute's name, whatever prefix it has in the file
 *
 * Returns: (transfer none) (nullable): its value, until the next call about this part
 */
const char *
td_part_get_attribute (TdPart *self, const char *name)
{
  const char *value = NULL;

  for (int more = xmlTextReaderMoveToFirstAttribute (self->reader); more == 1 && value == NULL;
       more = xmlTextReaderMoveToNextAttribute (self->reader))
    if (!xmlTextReaderIsNamespaceDecl (self->reader)
        && xmlStrEqual (xmlTextReaderConstLocalName (self->reader), (const xmlChar *)name))
      value = (const char *)xmlTextReaderConstValue (self->reader);
  xmlTextReaderMoveToElement (self->reader);
  return value;
}

/**
 * td_part_get_attribute_of:
 * @self: a part at an element's start
 * @space: the name of a namespace
 * @name: an attribute's name in it
 *
 * Returns: (transfer none) (nullable): its value, until the next call about this part
 */
const char *
td_part_get_attribute_of (TdPart *self, const char *space, const char *name)
{
  const char *value = NULL;

  if (xmlTextReaderMoveToAttributeNs (self->reader, (const xmlChar *)name, (const xmlChar *)space) == 1)
    value = (const char *)xmlTextReaderConstValue (self->reader);
  xmlTextReaderMoveToElement (self->reader);
  return value;
}

/**
 * td_part_get_text:
 * @self: a part
 *
 * Returns: (transfer none) (nullable): the text that stands here, until the next call about this part; %NULL where the
 *   node isn't text
 */
const char *
td_part_get_text (TdPart *self)
{
  switch (xmlTextReaderNodeType (self->reader))
    {
    case XML_READER_TYPE_TEXT:
    case XML_READER_TYPE_CDATA:
    case XML_READER_TYPE_WHITESPACE:
    case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
      return (const char *)xmlTextReaderConstValue (self->reader);
    default:
      return NULL;
    }
}
