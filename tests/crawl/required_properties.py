"""What a node of each type must say; schema.org itself demands nothing, those who read it do.

For those that Google shows, its list per kind of result
(developers.google.com/search/docs/appearance/structured-data); for the others what makes the node mean something.
"""

REQUIRED = {
    "HealthAndBeautyBusiness": {"@id", "name", "url"},
    "Person": {"@id", "name"},
    "Service": {"@id", "name", "url", "provider"},
    "Offer": {"price", "priceCurrency"},
    "BreadcrumbList": {"@id", "itemListElement"},
    "ListItem": {"position", "name"},
    "BlogPosting": {"@id", "headline", "datePublished", "dateModified", "inLanguage", "url"},
    "WebSite": {"@id", "name", "url", "inLanguage"},
    "WebPage": {"@id", "name", "url", "inLanguage"},
    "PostalAddress": {"addressLocality"},
    "OpeningHoursSpecification": {"dayOfWeek", "opens", "closes"},
    "ImageObject": {"url"},
    "EntryPoint": {"urlTemplate"},
    "CreativeWork": {"@id", "inLanguage", "url"},
    "CollectionPage": {"@id", "name", "url", "inLanguage"},
    "ContactPage": {"@id", "name", "url", "inLanguage"},
    "Organization": {"name"},
    "PropertyValue": {"value"},
    "QuantitativeValue": {"unitCode"},
    "SearchAction": {"target", "query-input"},
}
